import { geoCentroid } from 'd3-geo';
import type { Outline, Spot, World } from './world.ts';

/** Overseas parts pull the middle of a country into the sea; these are set by hand to where its business is. */
const settled: Readonly<Record<string, Spot>> = {
  US: [-97, 39],
  FR: [2.5, 46.6],
  MA: [-7.6, 33.4],
  NO: [9, 61],
  NL: [5.3, 52.2],
  CN: [109, 33],
  CA: [-96, 54],
  RU: [50, 56],
};

/** Toulouse, where the flights of the network begin. */
export const home: Spot = [1.44, 43.6];

export function countryOutlines(world: World): { readonly code: string; readonly outline: Outline }[] {
  return world.outlines.map((outline) => ({ code: String(outline.id ?? ''), outline }));
}

/** The middle of a country; the middle of nothing for one that no map has. */
export function spotOf(world: World, country: string): Spot {
  const outline = world.outlines.find(({ id }) => id === country);
  return settled[country] ?? world.points.get(country) ?? (outline ? geoCentroid(outline) : [0, 0]);
}
