import { departmentsOf, formerRegionOf } from '../former-region.ts';

/** How near the company of a listing is, the nearest first. */
export const closenesses = [
  'SAME_TOWN',
  'SAME_DEPARTMENT',
  'SAME_BRANCH',
  'NEIGHBOURING_DEPARTMENT',
  'SAME_FORMER_REGION',
  'FURTHER_AWAY',
] as const;
export type Closeness = (typeof closenesses)[number];

export type MatchReason = 'SAME_THEME' | 'SAME_OBJECTIVE' | Closeness | 'SAME_SIZE';

/** All that a listing is ranked by. What a member pays, or how long it has been one, is none of it. */
export interface Match {
  readonly hasSameTheme: boolean;
  readonly closeness: Closeness;
  /** Only where the company of the listing chose to show its size. */
  readonly hasSameSize: boolean;
}

/** The theme before the place, the place before the size; lower comes first. */
export function rankOf({ hasSameTheme, closeness, hasSameSize }: Match): number {
  return (hasSameTheme ? 0 : 100) + closenesses.indexOf(closeness) * 10 + (hasSameSize ? 0 : 1);
}

/** Why a listing stands where it stands. */
export function reasonsOf(rank: number): MatchReason[] {
  const closeness = closenesses[Math.floor((rank % 100) / 10)] as Closeness;
  return [rank < 100 ? 'SAME_THEME' : 'SAME_OBJECTIVE', closeness, ...(rank % 10 === 0 ? (['SAME_SIZE'] as const) : [])];
}

/** Where a company is, as far as matching asks. */
export interface Place {
  readonly town: string | null;
  readonly department: string | null;
  readonly branchId: string | null;
}

export function closenessOf(near: Place, other: Place): Closeness {
  if (near.town !== null && near.town === other.town && near.department === other.department) return 'SAME_TOWN';
  if (near.department !== null && near.department === other.department) return 'SAME_DEPARTMENT';
  if (near.branchId !== null && near.branchId === other.branchId) return 'SAME_BRANCH';
  if (neighboursOf(near.department).includes(other.department ?? '')) return 'NEIGHBOURING_DEPARTMENT';
  if (regionOf(near.department).includes(other.department ?? '')) return 'SAME_FORMER_REGION';
  return 'FURTHER_AWAY';
}

/** Departments of Occitanie that share a border with one of them. */
export function neighboursOf(department: string | null): readonly string[] {
  return neighbours[department ?? ''] ?? [];
}

/** All departments of the former region that a department lies in. */
export function regionOf(department: string | null): readonly string[] {
  const region = formerRegionOf(department);
  return region ? departmentsOf(region) : [];
}

const neighbours: Readonly<Record<string, readonly string[]>> = {
  '09': ['11', '31', '66'],
  '11': ['09', '31', '34', '66', '81'],
  '12': ['30', '34', '46', '48', '81', '82'],
  '30': ['12', '34', '48'],
  '31': ['09', '11', '32', '65', '81', '82'],
  '32': ['31', '65', '82'],
  '34': ['11', '12', '30', '81'],
  '46': ['12', '82'],
  '48': ['12', '30'],
  '65': ['31', '32'],
  '66': ['09', '11'],
  '81': ['11', '12', '31', '34', '82'],
  '82': ['12', '31', '32', '46', '81'],
};
