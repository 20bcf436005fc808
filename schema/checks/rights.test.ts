import { expect, test } from '@jest/globals';
import { committedSubgraphs } from '../subgraph-files.ts';
import { rightsProblems } from './rights.ts';

const problemsOf = (sdl: string) => rightsProblems([{ name: 'shop', sdl }]);

test('a change that anyone may make is found', () => {
  expect(problemsOf('type Mutation { buy: Int sell: Int @authenticated burn: Int @requiresScopes(scopes: [["fund:manage"]]) }')).toEqual([
    'shop: Mutation.buy changes something and is open to anyone; give it a right in rights.ts',
  ]);
});

test('a scope that no token carries is found', () => {
  expect(problemsOf('type Query { a: Int @requiresScopes(scopes: [["fund:read", "fund:reed"]]) b: Int @tag(name: "fund:raed") }')).toEqual([
    'shop: no token carries the scope fund:reed; see schema/checks/rights.ts for those there are',
  ]);
});

test('the committed subgraphs declare their rights well', async () => {
  const subgraphs = await committedSubgraphs();
  expect(rightsProblems(subgraphs)).toEqual([]);
  // Each of them protects something: rights that were never printed would be no problem either.
  expect(subgraphs.filter(({ sdl }) => !sdl.includes('@requiresScopes(scopes:')).map(({ name }) => name)).toEqual([]);
});
