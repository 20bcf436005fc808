import { geoDistance, geoGraticule10, geoInterpolate, geoOrthographic, geoPath } from 'd3-geo';
import { useMemo } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';
import styles from './map.module.css';
import { useWorld } from './useWorld.ts';
import { countryOutlines, home, spotOf } from './where.ts';
import type { World } from './world.ts';

const size = 360;

/** The globe turned so that Toulouse and the country can both be seen, with the way between them. */
export function Globe({ country, label }: { readonly country: string; readonly label: string }) {
  const { words } = useLanguage();
  const world = useWorld();
  const drawing = useMemo(() => (typeof world === 'string' ? undefined : draw(world, country)), [world, country]);
  if (world === 'lost') return <p className="muted">{words.question.mapLost}</p>;
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} className={styles.globe}>
        <circle cx={size / 2} cy={size / 2} r={size / 2 - 2} className={styles.sea} />
        {drawing && (
          <>
            <path d={drawing.graticule} className={styles.graticule} />
            <path d={drawing.land} className={styles.land} />
            <path d={drawing.country} className={styles.chosen} />
            <path d={drawing.way} className={styles.way} />
            {drawing.ends.map(([x, y]) => (
              <circle key={`${x} ${y}`} cx={x} cy={y} r="5" className={styles.end} />
            ))}
          </>
        )}
      </svg>
      <figcaption className="small muted">{drawing ? words.question.mapNote : words.question.mapLoading}</figcaption>
    </figure>
  );
}

function draw(world: World, country: string) {
  const there = [...spotOf(world, country)] as [number, number];
  const here = [...home] as [number, number];
  const [east, north] = geoInterpolate(here, there)(0.5);
  const radius = size / 2 - 2;
  // A near country would be a crumb on the whole globe: come closer until the way takes a third of the picture.
  const closer = Math.min(2.6, Math.max(1, 0.36 / Math.sin(Math.max(geoDistance(here, there), 0.05) / 2)));
  const projection = geoOrthographic()
    .rotate([-east, -north])
    .scale(radius * closer)
    .translate([size / 2, size / 2]);
  const path = geoPath(projection);
  const shapes = countryOutlines(world);
  return {
    graticule: path(geoGraticule10()) ?? '',
    land: shapes
      .filter(({ code }) => code !== country)
      .map(({ outline }) => path(outline) ?? '')
      .join(''),
    country: shapes
      .filter(({ code }) => code === country)
      .map(({ outline }) => path(outline) ?? '')
      .join(''),
    way: path({ type: 'LineString', coordinates: [here, there] }) ?? '',
    ends: [here, there].map((spot) => projection(spot) ?? [0, 0]),
  };
}
