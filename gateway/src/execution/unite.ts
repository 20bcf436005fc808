import type { GraphQLSchema } from 'graphql';
import { isRecord } from '../transport/answer.ts';
import { deepest } from './json-text.ts';
import { type Data, setOwn } from './own.ts';
import { wayTo } from './solely-brought.ts';
import type { PlannedFetch } from './steps.ts';
import { type Part, type Thing, thingsOf } from './things.ts';

/**
 * Makes one object of those in an answer that stand at the same place, have the same id and are the same in everything else:
 * so each is asked about, completed and written once, at however many positions it stands.
 *
 * @param answers the data of a root fetch, or the entities of an entity fetch
 * @param repeated gets each object that now stands at several positions
 */
export type Unite = (answers: readonly unknown[], repeated: Set<Data>) => void;

/**
 * Prepares it for the answers of a fetch; nothing where there is nothing to unite. Positions of several places are left
 * alone: what is asked at one place says nothing about another.
 *
 * @param sole ways to objects that one fetch alone brings
 */
export function uniteOf(schema: GraphQLSchema, { node, places }: PlannedFetch, sole: ReadonlySet<string>): Unite | undefined {
  const [place] = places;
  if (!place || places.length > 1 || (node.outputRewrites ?? []).length > 0) return undefined;
  const { parts } = thingsOf(schema, node, wayTo(place), sole);
  if (parts.length === 0) return undefined;
  return (answers, repeated) => {
    const run: Run = { repeated, seen: [] };
    for (const answer of answers) if (isRecord(answer)) uniteParts(answer, parts, run);
  };
}

/** One answer on its way through. */
interface Run {
  readonly repeated: Set<Data>;
  /** The first object with each id, by the number of its thing. */
  readonly seen: Map<unknown, Data>[];
}

function uniteParts(object: Data, parts: readonly Part[], run: Run): void {
  for (const { key, read, thing } of parts) {
    const value = read(object);
    if (Array.isArray(value)) uniteItems(value, thing, run);
    else if (isRecord(value)) {
      const one = united(value, thing, run);
      if (one !== value) setOwn(object, key, one);
    }
  }
}

function uniteItems(list: unknown[], thing: Thing, run: Run, depth = 0): void {
  for (let at = 0; at < list.length; at += 1) {
    const item = list[at];
    if (Array.isArray(item) && depth < deepest) uniteItems(item, thing, run, depth + 1);
    else if (isRecord(item)) list[at] = united(item, thing, run);
  }
}

/** From the inside outwards: objects are the same when all that they hold is. */
function united(object: Data, thing: Thing, run: Run): Data {
  uniteParts(object, thing.parts, run);
  const name = thing.id?.(object);
  if (typeof name !== 'string' && typeof name !== 'number') return object;
  const known = run.seen[thing.number] ?? new Map<unknown, Data>();
  run.seen[thing.number] = known;
  const first = known.get(name);
  if (first === undefined) known.set(name, object);
  else if (isSame(first, object, thing)) {
    run.repeated.add(first);
    return first;
  }
  return object;
}

function isSame(one: Data, other: Data, { held }: Thing): boolean {
  const keys = Object.keys(one);
  if (Object.keys(other).length !== keys.length) return false;
  for (const key of keys) if (one[key] !== other[key] && !isSameInside(one[key], other[key], held.get(key))) return false;
  return true;
}

/** What others add to may yet become different. */
function isSameInside(one: unknown, other: unknown, thing: Thing | undefined, depth = 0): boolean {
  if (!thing?.isSole || depth === deepest) return false;
  if (isRecord(one) && isRecord(other)) return isSame(one, other, thing);
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at] && !isSameInside(one[at], other[at], thing, depth + 1)) return false;
  return true;
}
