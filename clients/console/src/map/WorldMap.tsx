import { geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo';
import { useMemo, useState } from 'react';
import { countryName } from '../countries/country-names.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import styles from './map.module.css';
import { useWorld } from './useWorld.ts';
import { countryOutlines, spotOf } from './where.ts';

const [width, height] = [960, 440] as const;
const projection = geoEqualEarth()
  .scale(182)
  .translate([width / 2 - 20, height / 2 + 28]);
const path = geoPath(projection);
const graticule = path(geoGraticule10()) ?? '';

export interface WorldMapProps {
  /** Countries to point out, with the words to do it in. */
  readonly marks: ReadonlyMap<string, { readonly kind: 'hub' | 'positions'; readonly label: string }>;
  readonly onChoose: (country: string) => void;
}

/** A map to choose a country on by pointing; the same can be done without it, in the field beside it. */
export function WorldMap({ marks, onChoose }: WorldMapProps) {
  const { words, language } = useLanguage();
  const world = useWorld();
  const [pointed, setPointed] = useState<string>();
  const outlines = useMemo(
    () => (typeof world === 'string' ? [] : countryOutlines(world).map(({ code, outline }) => ({ code, line: path(outline) ?? '' }))),
    [world],
  );
  if (world === 'lost') return <p className="muted">{words.question.mapLost}</p>;

  const choose = (code: string) => ({
    onClick: () => code && onChoose(code),
    onPointerEnter: () => setPointed(code),
    onPointerLeave: () => setPointed(undefined),
  });
  const caption = pointed
    ? [countryName(pointed, language), marks.get(pointed)?.label].filter(Boolean).join(' · ')
    : words.question.mapNote;
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.question.mapLabel} className={styles.world}>
        <path d={graticule} className={styles.graticule} />
        {outlines.map(({ code, line }) => (
          <path key={line} d={line} className={marks.has(code) ? styles.known : styles.country} data-country={code} {...choose(code)} />
        ))}
        {typeof world !== 'string' &&
          [...marks].map(([code, { kind }]) => {
            const at = projection([...spotOf(world, code)] as [number, number]);
            return (
              at && (
                <circle
                  key={code}
                  cx={at[0]}
                  cy={at[1]}
                  r={kind === 'hub' ? 7 : 4}
                  className={kind === 'hub' ? styles.hub : styles.dot}
                  {...choose(code)}
                />
              )
            );
          })}
      </svg>
      <figcaption className="small muted">{typeof world === 'string' ? words.question.mapLoading : caption}</figcaption>
    </figure>
  );
}
