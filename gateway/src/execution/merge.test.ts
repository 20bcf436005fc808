import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { merge, mergeCopy } from './merge.ts';

const schema = buildSchema('type Query { tree: Tree row: [Tree] } interface Tree { id: ID! } type Oak implements Tree { id: ID! }');

describe.each([
  ['taken over', merge],
  ['copied', mergeCopy],
])('what two parts say of the same thing, %s', (_how, add) => {
  const known = () => ({ tree: { __typename: 'Oak', id: '1' }, row: [{ __typename: 'Oak' }, null] });
  const interfaceOnly = () => ({ tree: { __typename: 'Tree', walks: 2 }, row: [{ __typename: 'Tree', walks: 3 }, null] });
  const together = { tree: { __typename: 'Oak', id: '1', walks: 2 }, row: [{ __typename: 'Oak', walks: 3 }, null] };

  test('a part that knows only the interface never takes the known kind away', () => {
    const data = known();
    add(data, interfaceOnly(), schema);
    expect(data).toEqual(together);
  });

  test('a part that knows the kind tells it to one that knew only the interface', () => {
    const data = interfaceOnly();
    add(data, known(), schema);
    expect(data).toEqual(together);
  });

  test('of two texts and of two numbers the one that came last stands', () => {
    const data = { name: 'oak', height: 1 };
    add(data, { name: 'Oak', height: 2 }, schema);
    expect(data).toEqual({ name: 'Oak', height: 2 });
  });
});
