import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { quoted } from './json-text.ts';
import type { Data } from './own.ts';
import { notConcerned, representationWriterOf } from './representation-writer.ts';
import { representationOf } from './representations.ts';
import { applyRewrites } from './rewrites.ts';

const schema = buildSchema(`
  type Query { works: [Work] }
  interface Work { id: ID! size: Size secret: Int! }
  type Book implements Work { id: ID! size: Size secret: Int! constructor: String tags: [String] sizes: [[Size]] }
  type Film implements Work { id: ID! size: Size secret: Int! }
  type Size { grams: Int! unit: String }
`);

const field = (name: string, ...selections: QueryPlanSelectionNode[]): QueryPlanSelectionNode => ({
  kind: 'Field',
  name,
  ...(selections.length > 0 && { selections }),
});
const on = (typeCondition: string, ...selections: QueryPlanSelectionNode[]): QueryPlanSelectionNode => ({
  kind: 'InlineFragment',
  typeCondition,
  selections,
});

const requires = [
  on('Work', field('__typename'), field('id'), field('size', field('grams'))),
  on('Book', field('__typename'), field('size', field('unit')), field('constructor'), field('tags'), field('sizes', field('grams'))),
  on('Film', field('__typename'), field('secret')),
];
const asWork: FetchDataRewrite = { kind: 'ValueSetter', path: ['... on Film', '__typename'], setValueTo: 'Work' };

/** How the same representation is made where inputs may be lost. */
function slowly(entity: Data, rewrites: readonly FetchDataRewrite[]): string | undefined {
  const representation = representationOf(schema, entity, requires);
  if (!representation) return notConcerned;
  if (representation.missing.size > 0) return undefined;
  applyRewrites(schema, rewrites, representation.inputs);
  return JSON.stringify(representation.inputs);
}

const lost = new KnownError('INTERNAL', { fr: 'perdu', en: 'lost' });
const mostly = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: fc.constantFrom(null, undefined, lost) });
const size = mostly(fc.record({ grams: mostly(fc.oneof(fc.integer(), fc.double())), unit: mostly(fc.string({ unit: 'binary' })) }));
const entities = fc.record({
  __typename: fc.constantFrom('Book', 'Book', 'Film', 'Work', 'Size', 'Nobody', undefined, lost),
  id: mostly(fc.string({ unit: 'binary' })),
  size,
  secret: mostly(fc.integer()),
  constructor: mostly(fc.oneof(fc.string(), fc.jsonValue())),
  tags: mostly(fc.array(mostly(fc.string()))),
  sizes: mostly(fc.array(mostly(fc.array(size)))),
}) as fc.Arbitrary<Data>;

describe('a representation', () => {
  test.each([[[]], [[asWork]]])('is written as it would be made and then turned into text, rewrites %j', (rewrites) => {
    const write = representationWriterOf(schema, requires, rewrites);
    fc.assert(
      fc.property(entities, (entity) => {
        expect(write?.(entity)).toBe(slowly(entity, rewrites));
      }),
      { numRuns: 1_000 },
    );
  });

  test('holds nothing that an object merely inherits', () => {
    const write = representationWriterOf(schema, [on('Film', field('__typename'), field('__proto__'))]);
    expect(write?.({ __typename: 'Film' })).toBeUndefined();
    expect(write?.(JSON.parse('{"__typename":"Film","__proto__":7}'))).toBe('{"__typename":"Film","__proto__":7}');
  });

  test('lacks a number that JSON cannot write, rather than tell of a null', () => {
    const film = JSON.parse('{"__typename":"Film","id":"1","size":{"grams":1e400},"secret":7}');
    expect(representationWriterOf(schema, requires)?.(film)).toBeUndefined();
    expect([...(representationOf(schema, film, requires)?.missing.keys() ?? [])]).toEqual(['size.grams']);
  });

  test('that rewrites reach into is left to those who take their time', () => {
    const deep: FetchDataRewrite = { kind: 'ValueSetter', path: ['size', 'unit'], setValueTo: 'g' };
    expect(representationWriterOf(schema, requires, [deep])).toBeUndefined();
  });
});

test('a text is quoted as JSON has it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'é', '"', '\\', '\n', '\u0000', '\u2028', '\ud83d', '\ude00', 'x'.repeat(30)) }),
      (text) => {
        expect(quoted(text)).toBe(JSON.stringify(text));
      },
    ),
    { numRuns: 1_000 },
  );
});
