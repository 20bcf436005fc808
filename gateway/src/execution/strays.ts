import type { GraphQLSchema, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import { isRecord } from '../transport/answer.ts';
import { type FetchDocument, fetchDocument } from './fetch-document.ts';
import { deepest } from './json-text.ts';
import { type Data, own, readerOf } from './own.ts';
import { onwards, wayTo } from './solely-brought.ts';
import { fetchesIn, type PlannedFetch, type Step } from './steps.ts';
import { isOfType } from './types.ts';

/**
 * Takes out of an object that a fetch brought what it did not ask for and others do: nobody speaks for another subgraph. What
 * nobody asks for is left where it is, since nobody reads it.
 *
 * @param type of the object, where it does not tell itself
 */
export type StrayTaker = (object: Data, type: string) => void;

/** A name under which something is asked of objects of some types. */
interface Asked {
  readonly name: string;
  /** Type conditions that all have to be met. */
  readonly conditions: readonly string[];
}

/** What a fetch asks of the objects at one place. */
interface Questions {
  /** By the names that the subgraph sees. */
  readonly asked: Asked[];
  readonly below: Map<string, Questions>;
}

/** Prepares it for the fetches of a plan; nothing for one whose objects are nobody else's business. */
export function strayTakers(schema: GraphQLSchema, steps: Step): (planned: PlannedFetch) => StrayTaker | undefined {
  const all = fetchesIn(steps).map((planned) => ({ planned, document: fetchDocument(planned.node), asked: new Map<string, Asked[]>() }));
  const questions = new Map<PlannedFetch, Questions>();
  for (const { planned, document, asked } of all) {
    const own = questionsIn(document, [document.selections]);
    questions.set(planned, own);
    for (const place of planned.places) noteAsked(own, document.renamed, wayTo(place), asked);
  }
  return (planned) => {
    const own = questions.get(planned);
    if (!own) return undefined;
    const othersAt = (way: string) => all.flatMap((other) => (other.planned === planned ? [] : (other.asked.get(way) ?? [])));
    return takerOf(schema, own, fetchDocument(planned.node).renamed, planned.places.map(wayTo), othersAt);
  };
}

function questionsIn(document: FetchDocument, sets: readonly SelectionSetNode[]): Questions {
  const asked: Asked[] = [];
  const held = new Map<string, SelectionSetNode[]>();
  const collect = ({ selections }: SelectionSetNode, conditions: readonly string[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        asked.push({ name, conditions });
        if (selection.selectionSet) held.set(name, [...(held.get(name) ?? []), selection.selectionSet]);
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : document.fragments.get(selection.name.value);
      const condition = part?.typeCondition?.name.value;
      if (part) collect(part.selectionSet, condition === undefined ? conditions : [...conditions, condition]);
    }
  };
  for (const set of sets) collect(set, []);
  return { asked, below: new Map([...held].map(([name, below]) => [name, questionsIn(document, below)])) };
}

/** Notes what is asked, by way and by the name that it will have in the answer. */
function noteAsked({ asked, below }: Questions, renamed: ReadonlyMap<string, string>, way: string, into: Map<string, Asked[]>): void {
  const named = asked.map(({ name, conditions }) => ({ name: renamed.get(name) ?? name, conditions }));
  into.set(way, [...(into.get(way) ?? []), ...named]);
  for (const [name, questions] of below) noteAsked(questions, renamed, onwards(way, renamed.get(name) ?? name), into);
}

function takerOf(
  schema: GraphQLSchema,
  { asked, below }: Questions,
  renamed: ReadonlyMap<string, string>,
  ways: readonly string[],
  othersAt: (way: string) => readonly Asked[],
): StrayTaker | undefined {
  const others = ways.flatMap(othersAt);
  const parts = [...below].flatMap(([name, questions]) => {
    const ahead = ways.map((way) => onwards(way, renamed.get(name) ?? name));
    const take = takerOf(schema, questions, renamed, ahead, othersAt);
    return take ? [{ read: readerOf(name), take }] : [];
  });
  if (others.length === 0 && parts.length === 0) return undefined;
  const straysOf = perType(schema, (type) => {
    const mayBe = ({ conditions }: Asked) =>
      conditions.every((one) => isOfType(schema, type === '' ? {} : { __typename: type }, one, true));
    const its = new Set(asked.filter(mayBe).map(({ name }) => name));
    const theirs = new Set(others.filter(mayBe).map(({ name }) => name));
    return [...theirs].filter((name) => !its.has(name)).map((name) => ({ name, read: readerOf(name) }));
  });
  return (object, type) => {
    const told = own(object, '__typename');
    for (const { name, read } of straysOf(typeof told === 'string' ? told : type)) if (read(object) !== undefined) delete object[name];
    for (const { read, take } of parts) takeFrom(read(object), take, 0);
  };
}

function takeFrom(value: unknown, take: StrayTaker, depth: number): void {
  if (isRecord(value)) take(value, '');
  else if (Array.isArray(value) && depth < deepest) for (const item of value) takeFrom(item, take, depth + 1);
}

/** Worked out once for each type that there is. */
function perType<Value>(schema: GraphQLSchema, make: (type: string) => Value): (type: string) => Value {
  const known = new Map<string, Value>([['', make('')]]);
  return (type) => {
    const found = known.get(type);
    if (found !== undefined) return found;
    const made = make(type);
    if (schema.getType(type)) known.set(type, made);
    return made;
  };
}
