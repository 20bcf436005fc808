import type { LocalBranch, Position, PositionKind, PositionPage, WhoLooksWhere } from './answer.ts';
import { type Answer, type GraphError, isOfTheQuestion } from './graph.ts';

/** One company that is present somewhere, ready to be shown. Null is not known. */
export interface Presence {
  readonly id: string;
  readonly company: string | null;
  readonly seat: Place | null;
  readonly activity: string | null;
  readonly memberOf: string | null;
  readonly kind: PositionKind;
  readonly place: Place;
  readonly branches: readonly string[];
  readonly since: string;
  readonly confirmedOn: string;
  readonly isStale: boolean;
  readonly takesCalls: boolean;
}

export interface Place {
  readonly town: string;
  readonly department: string | null;
}

/** One of the two lists, or why it cannot be shown. */
export type Direction =
  | {
      readonly state: 'LISTED';
      readonly presences: readonly Presence[];
      readonly nextPage: string | null;
      readonly namesAreMissing: boolean;
    }
  | { readonly state: 'UNAVAILABLE' }
  | { readonly state: 'REFUSED' };

export type DirectionName = 'positionsInOccitanie' | 'positions';

/** Reads one list out of an answer. A stopped service takes away its own part and leaves the rest. */
export function directionOf({ data, errors }: Answer<WhoLooksWhere>, name: DirectionName): Direction {
  const page = data?.destination?.[name];
  if (page) return listed(page, data.branches ?? []);
  const isRefused = errors.some((error) => isOfTheQuestion(error) && concerns(error, name));
  return { state: isRefused ? 'REFUSED' : 'UNAVAILABLE' };
}

function concerns({ path = [] }: GraphError, name: DirectionName): boolean {
  return path[0] === 'destination' && (path.length === 1 || path[1] === name);
}

function listed({ edges, pageInfo }: PositionPage, branches: readonly LocalBranch[]): Direction {
  const presences = edges.map(({ node }) => presenceOf(node, branches));
  return {
    state: 'LISTED',
    presences,
    nextPage: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    namesAreMissing: presences.some((presence) => presence.company === null),
  };
}

function presenceOf(position: Position, branches: readonly LocalBranch[]): Presence {
  const { id, company, kind, city, department, since, lastConfirmedOn, status, openToCalls } = position;
  return {
    id,
    kind,
    since,
    company: company && (company.tradeName ?? company.legalName),
    seat: company?.town ? { town: company.town, department: company.department } : null,
    activity: company?.activities?.find(({ label }) => label !== null)?.label ?? null,
    memberOf: company?.homeBranch?.name ?? null,
    place: { town: city, department },
    branches: department === null ? [] : branches.filter((branch) => branch.departments.includes(department)).map(({ name }) => name),
    confirmedOn: lastConfirmedOn,
    isStale: status === 'STALE',
    takesCalls: openToCalls,
  };
}
