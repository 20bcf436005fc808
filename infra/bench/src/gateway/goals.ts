import { rounded } from '../measuring/figures.ts';
import { type OperationName, operationNames } from './graph/operations.ts';
import { deduplicates, type Outcome, ratio } from './outcome.ts';

/** Something our gateway is to reach, and what it reached. */
export interface Goal {
  readonly sentence: string;
  readonly goal: number;
  readonly reached: number | undefined;
  readonly isMet: boolean;
}

const againstStock: Record<OperationName, number> = { heavy: 10, middle: 12 };
const againstHive = 3;
const ofTheLimit: Record<OperationName, number> = { heavy: 0.75, middle: 0.9 };
const slowerThanTheLimit = 1.15;

/** The goals that the contenders at hand allow to judge. */
export function goalsOf(outcomes: readonly Outcome[]): readonly Goal[] {
  const named = (name: string) => outcomes.find((outcome) => outcome.name === name && outcome.void === undefined);
  const ours = named('ours');
  if (!ours) return [];
  const peers = outcomes.filter((outcome) => outcome !== ours && outcome.name !== 'the limit' && outcome.void === undefined);
  return operationNames.flatMap((operation) => {
    const hives = peers.filter((peer) => peer.name.startsWith('Hive') && deduplicates(peer) === false);
    const best = hives.toSorted((left, right) => cpu(left, operation) - cpu(right, operation))[0];
    const [mine, theirs] = [ours, named('the limit')].map((outcome) => outcome?.figures[operation]?.alone?.p50);
    const ofPeers = (figure: (peer: Outcome) => number | undefined) =>
      Math.min(...peers.map((peer) => figure(peer) ?? Number.POSITIVE_INFINITY));
    const p99 = (outcome: Outcome) => outcome.figures[operation]?.varying?.p99;
    return [
      atLeast(`${operation}: times cheaper than stock`, againstStock[operation], ratio(ours, named('stock'), operation)),
      atLeast(
        `${operation}: times cheaper than the best of Hive Gateway without deduplication`,
        againstHive,
        best && ratio(ours, best, operation),
      ),
      atLeast(`${operation}: share of the limit`, ofTheLimit[operation], ratio(ours, named('the limit'), operation)),
      atMost(`${operation}: one connection, times the p50 of the limit`, slowerThanTheLimit, mine && theirs && rounded(mine / theirs)),
      atMost(`${operation}: p99 in ms, with that of the best peer as goal`, ofPeers(p99), p99(ours)),
      ...(operation === operationNames[0]
        ? [
            atMost(
              'peak memory in MB, with that of the best peer as goal',
              ofPeers(({ memory }) => memory?.peak),
              ours.memory?.peak,
            ),
          ]
        : []),
    ].filter(({ goal, reached }) => Number.isFinite(goal) && reached !== undefined);
  });
}

const cpu = (outcome: Outcome, operation: OperationName) => outcome.figures[operation]?.varying?.cpu ?? Number.POSITIVE_INFINITY;

function atLeast(sentence: string, goal: number, reached: number | undefined): Goal {
  return { sentence, goal, reached, isMet: reached !== undefined && reached >= goal };
}

function atMost(sentence: string, goal: number, reached: number | undefined): Goal {
  return { sentence, goal, reached, isMet: reached !== undefined && reached <= goal };
}
