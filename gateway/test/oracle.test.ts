import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, type GraphQLSchema, parse, validate } from 'graphql';
import { library } from './support/library.ts';
import { randomOperation } from './support/random-operation.ts';
import { SmallNetwork } from './support/small-network.ts';
import { askTheWhole } from './support/whole-library.ts';

/** More of them find more: `ORACLE_RUNS=5000` on an idle machine. */
const runs = Number(process.env['ORACLE_RUNS'] ?? 60);

let network: SmallNetwork;
let sdl: string;
let schema: GraphQLSchema;
beforeAll(async () => {
  network = await SmallNetwork.start(library, {
    // The limits have tests of their own; what is asked here is only whether answers are right.
    LIMIT_TOKENS: '20000',
    LIMIT_SELECTIONS: '20000',
    LIMIT_ALIASES: '20000',
    LIMIT_REPETITIONS: '20000',
  });
  sdl = await (await fetch(`${network.url}/schema.graphql`)).text();
  schema = buildSchema(sdl);
});
afterAll(() => network.close());

test('any question gets from three subgraphs what one server without borders would answer', async () => {
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(randomOperation(schema), fc.constantFrom('1', '2', '3'), async (query, id) => {
      fc.pre(validate(schema, parse(query)).length === 0);
      asked += 1;
      const variables = { id, text: 'said' };
      const [ours, whole] = await Promise.all([network.ask(query, { variables }), askTheWhole(sdl, query, variables)]);
      expect(ours.errors).toEqual([]);
      expect(whole.errors).toBeUndefined();
      expect(JSON.stringify(ours.data)).toBe(JSON.stringify(whole.data));
    }),
    { numRuns: runs, endOnFailure: true },
  );
  expect(asked).toBe(runs);
});
