import { type DocumentNode, type FieldNode, getOperationAST, Kind, type SelectionSetNode, visit } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { deepest } from '../execution/json-text.ts';
import { type Data, own, setOwn } from '../execution/own.ts';
import type { Place, Step } from '../execution/steps.ts';

const mark = 'asked_';

/**
 * Names of the fields that subgraphs are told about each other's things: keys, and what is required. The planner reads these inputs
 * from the answer by their names, and takes whatever stands there. So what a client calls by such a name, an alias or a field with
 * arguments, is fetched under another one and gets the client's name back when everything has been fetched. Otherwise
 * `{ book { id: title rating } }` would ask for the rating of another book, and a client could make up what a rule decides on.
 */
export class InputNames {
  private readonly names = new Set<string>();
  private readonly namesWithArguments = new Set<string>();

  constructor(supergraphSdl: string) {
    for (const [, fieldSet = ''] of supergraphSdl.matchAll(/\b(?:key|requires): "((?:[^"\\]|\\.)*)"/g)) {
      for (const [, name = '', opening] of fieldSet.matchAll(/([A-Za-z_]\w*)\s*(\(?)/g)) {
        this.names.add(name);
        if (opening) this.namesWithArguments.add(name);
      }
    }
  }

  /**
   * The document with another name for whatever takes the name of an input; the same one where nothing does.
   *
   * @throws KnownError when something is called `__typename` that is not the name of a type: no answer could be told apart by type
   */
  setApart(document: DocumentNode): DocumentNode {
    return visit(document, {
      [Kind.FIELD]: (node) => (this.isTaken(node) ? { ...node, alias: { kind: Kind.NAME, value: mark + nameOf(node) } } : undefined),
    });
  }

  private isTaken(node: FieldNode): boolean {
    const name = nameOf(node);
    const isItself = name === node.name.value;
    if (name === '__typename' && !isItself) throw new KnownError('BAD_USER_INPUT', sentences.typenameTaken);
    // A name of a client that looks like one of ours is set apart too, so that the way back is certain.
    if (name.startsWith(mark)) return true;
    if (!this.names.has(name)) return false;
    return !isItself || (node.arguments ?? []).length > 0 || this.namesWithArguments.has(name);
  }
}

function nameOf(node: FieldNode): string {
  return node.alias?.value ?? node.name.value;
}

/** The names under which an operation asks for objects, and below each the same of those. Whatever else an answer holds are values. */
export type AskedNames = ReadonlyMap<string, AskedNames>;

export function askedNames(document: DocumentNode, operationName: string | undefined): AskedNames {
  const fragments = new Map<string, SelectionSetNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one.selectionSet);
  const collect = (set: SelectionSetNode | undefined, names: Map<string, AskedNames>): AskedNames => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, names);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) collect(fragments.get(selection.name.value), names);
      else if (selection.selectionSet) names.set(nameOf(selection), collect(selection.selectionSet, new Map(names.get(nameOf(selection)))));
    }
    return names;
  };
  return collect(getOperationAST(document, operationName)?.selectionSet, new Map());
}

/** Gives everything in an answer that was set apart the name that the client gave it. What a scalar holds has names of its own. */
export function giveNamesBack(value: unknown, names: AskedNames, seen = new Set<unknown>(), depth = 0): void {
  if (typeof value !== 'object' || value === null || seen.has(value) || depth === deepest) return;
  seen.add(value);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (item instanceof KnownError) value[index] = renamed(item);
      else giveNamesBack(item, names, seen, depth + 1);
    }
    return;
  }
  const object = value as Data;
  for (const key of Object.keys(object)) {
    const held = own(object, key);
    const below = names.get(key);
    if (held instanceof KnownError) setOwn(object, key, renamed(held));
    else if (below) giveNamesBack(held, below, seen, depth + 1);
  }
  // Only now, and shortest first: `asked_asked_id` must find the place of `asked_id` free.
  for (const key of Object.keys(object).filter(isSetApart).sort(byLength)) {
    setOwn(object, givenName(key), own(object, key));
    delete object[key];
  }
}

/** The plan as the client's own names tell it, for those who look up its places in the answer. */
export function planInGivenNames(plan: Step): Step {
  return JSON.parse(JSON.stringify(plan), (key, value: unknown) =>
    key === 'places' ? (value as Place[]).map((place) => place.map(givenName)) : value,
  );
}

const byLength = (one: string, other: string) => one.length - other.length;

function isSetApart(name: string): boolean {
  return name.startsWith(mark);
}

function givenName(name: string): string {
  return isSetApart(name) ? name.slice(mark.length) : name;
}

function renamed(error: KnownError): KnownError {
  if (!error.below.some((step) => typeof step === 'string' && isSetApart(step))) return error;
  const below = error.below.map((step) => (typeof step === 'string' ? givenName(step) : step));
  return new KnownError(error.code, error.sentence, below, { cause: error.cause });
}
