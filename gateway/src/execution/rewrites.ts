import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isRecord } from '../transport/answer.ts';
import { deepest } from './json-text.ts';
import { type Data, own, setOwn } from './own.ts';
import { isOfType } from './types.ts';

const typeStep = '... on ';

/** Carries out what the planner wants changed in data on its way to or from a subgraph. */
export function applyRewrites(schema: GraphQLSchema, rewrites: readonly FetchDataRewrite[] | undefined, data: unknown): void {
  for (const rewrite of rewrites ?? []) {
    const key = rewrite.path.at(-1);
    if (key === undefined) continue;
    for (const object of reach(schema, data, rewrite.path.slice(0, -1))) rewriteObject(object, key, rewrite);
  }
}

/** Names under which the planner hid fields that collide, and the names that the client gave them. */
export function renamedFields(rewrites: readonly FetchDataRewrite[] | undefined): ReadonlyMap<string, string> {
  return new Map(
    (rewrites ?? []).flatMap((rewrite) => (rewrite.kind === 'KeyRenamer' ? [[rewrite.path.at(-1) ?? '', rewrite.renameKeyTo]] : [])),
  );
}

function rewriteObject(object: Data, key: string, rewrite: FetchDataRewrite): void {
  if (rewrite.kind === 'ValueSetter') {
    setOwn(object, key, rewrite.setValueTo);
  } else if (Object.hasOwn(object, key)) {
    setOwn(object, rewrite.renameKeyTo, own(object, key));
    delete object[key];
  }
}

function reach(schema: GraphQLSchema, data: unknown, path: readonly string[], depth = 0): Data[] {
  if (Array.isArray(data)) return depth === deepest ? [] : data.flatMap((item) => reach(schema, item, path, depth + 1));
  if (!isRecord(data)) return [];
  const [step, ...rest] = path;
  if (step === undefined) return [data];
  if (!step.startsWith(typeStep)) return reach(schema, own(data, step), rest);
  return isOfType(schema, data, step.slice(typeStep.length), true) ? reach(schema, data, rest) : [];
}
