import type { LocalDate } from '@leader/subgraph-kit/values/local-date';

/** A place on the globe in degrees: north and east are positive. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** A hub of the network abroad, planned first and opened later. */
export interface Hub extends Place {
  readonly country: string;
  readonly branchId: string;
  readonly town: string;
  readonly plannedOn: LocalDate;
  readonly openedOn: LocalDate | null;
}

export type HubStatus = 'PLANNED' | 'OPEN';

/** Kilometres; the mean radius of the Earth. */
const radius = 6371;

/** What a hub is on a day; undefined before anybody planned it. */
export function hubStatusOn(hub: Hub, day: LocalDate): HubStatus | undefined {
  if (hub.openedOn && hub.openedOn <= day) return 'OPEN';
  return hub.plannedOn <= day ? 'PLANNED' : undefined;
}

/** The hub that is open on a day and the fewest kilometres away; undefined while none is open anywhere. */
export function nearestOpenHub(place: Place, hubs: readonly Hub[], day: LocalDate): { hub: Hub; distanceKm: number } | undefined {
  return hubs
    .filter((hub) => hubStatusOn(hub, day) === 'OPEN')
    .map((hub) => ({ hub, distanceKm: Math.round(distanceInKm(place, hub)) }))
    .reduce<{ hub: Hub; distanceKm: number } | undefined>(
      (nearest, next) => (nearest && nearest.distanceKm <= next.distanceKm ? nearest : next),
      undefined,
    );
}

/** Along the great circle, by the haversine formula, which stays exact for places that are close. */
export function distanceInKm(from: Place, to: Place): number {
  const half = (degrees: number) => Math.sin((degrees * Math.PI) / 360) ** 2;
  const cosine = (degrees: number) => Math.cos((degrees * Math.PI) / 180);
  const chord = half(to.latitude - from.latitude) + cosine(from.latitude) * cosine(to.latitude) * half(to.longitude - from.longitude);
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(chord)));
}
