import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import worldUrl from '../generated/world.json?url';

export type Outline = GeoJSON.Feature<GeoJSON.Geometry> & { readonly id?: string | number | undefined };
/** Degrees east and north. */
export type Spot = readonly [number, number];

/** The countries of the world: outlines, and a point for those too small to have one. */
export interface World {
  readonly outlines: readonly Outline[];
  readonly points: ReadonlyMap<string, Spot>;
}

interface WorldFile {
  readonly topology: Topology<{ countries: GeometryCollection }>;
  readonly points: readonly [string, number, number][];
}

let world: Promise<World> | undefined;

/** Fetched once, apart from the script, when the first map is drawn. */
export function loadWorld(): Promise<World> {
  world ??= fetchWorld().catch((error: unknown) => {
    world = undefined;
    throw error;
  });
  return world;
}

async function fetchWorld(): Promise<World> {
  const answer = await fetch(worldUrl);
  if (!answer.ok) throw new Error(`The map answered ${answer.status}.`);
  const { topology, points } = (await answer.json()) as WorldFile;
  return {
    outlines: feature(topology, topology.objects.countries).features,
    points: new Map(points.map(([code, east, north]) => [code, [east, north]])),
  };
}
