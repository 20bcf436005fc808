import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { geoCentroid } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

const worldFile = new URL('./src/generated/world.json', import.meta.url);
const atlas = createRequire(import.meta.url);

/** The outlines of Natural Earth at 1:110 million under ISO codes, and a point for each country too small to have one there. */
export function makeWorld(): string {
  const outlines = topologyOf('world-atlas/countries-110m.json');
  const drawn = outlines.objects.countries.geometries.map((geometry) => ({ ...geometry, properties: undefined, id: codeOf(geometry.id) }));
  const countries = drawn.filter(({ id }) => id !== 'AQ');
  const known = new Set(countries.map(({ id }) => id));

  const detailed = topologyOf('world-atlas/countries-50m.json');
  const points = feature(detailed, detailed.objects.countries)
    .features.map((country) => ({ code: codeOf(country.id), at: geoCentroid(country).map((degrees) => Math.round(degrees * 10) / 10) }))
    .filter(({ code }) => code !== '' && code !== 'AQ' && !known.has(code))
    .map(({ code, at }) => [code, ...at]);

  const topology = { ...outlines, objects: { countries: { type: 'GeometryCollection', geometries: countries } } };
  return `${JSON.stringify({ source: 'Natural Earth, world-atlas 2.0.2', topology, points })}\n`;
}

type Countries = Topology<{ countries: GeometryCollection }>;

function topologyOf(path: string): Countries {
  return JSON.parse(readFileSync(atlas.resolve(path), 'utf8')) as Countries;
}

/** The atlas has three-digit codes, which a locale turns into the letters everyone uses; disputed shapes have none. */
function codeOf(id: string | number | undefined): string {
  return id === undefined ? '' : (new Intl.Locale(`und-${String(id).padStart(3, '0')}`).region ?? '');
}

export function worldIsUpToDate(): boolean {
  return readFileSync(worldFile, 'utf8') === makeWorld();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(worldFile, makeWorld());
