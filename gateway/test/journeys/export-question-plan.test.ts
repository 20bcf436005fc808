import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { explain } from '../../src/explain/explanation.ts';
import { operation } from './network.ts';

const supergraph = () => readFile(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');

test('the export question takes at most four hops behind one another, and asks each subgraph once at a time', async () => {
  const { hops, tree, amounts } = explain(await supergraph(), await operation('console/export-question.graphql'), undefined, {
    country: 'MA',
  });
  expect(hops).toBeGreaterThan(1);
  expect(hops).toBeLessThanOrEqual(4);
  expect(tree.filter((line) => /: (query|\{)/.test(line))).toHaveLength(amounts.fetches);
  expect(amounts.fetches).toBe(7);
  expect(tree.join('\n')).toContain(
    'entities of destination.positions.edges[].node.company and destination.positionsInOccitanie.edges[].node.company',
  );
});

test('what cannot be carried out is explained by its mistake', async () => {
  const sdl = await supergraph();
  expect(() => explain(sdl, '{ nothing }', undefined, {})).toThrow('Cannot query field "nothing"');
  expect(() => explain(sdl, 'query A { viewer { contract } } query B { viewer { contract } }', undefined, {})).toThrow('--operation');
  expect(() => explain(sdl, 'query ($c: CountryCode!) { destination(country: $c) { name } }', undefined, {})).toThrow('$c');
});
