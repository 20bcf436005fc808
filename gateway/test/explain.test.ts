import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { explain } from '../src/explain/explanation.ts';
import { library } from './support/library.ts';
import { composed, SmallNetwork } from './support/small-network.ts';
import { SmallSubgraph } from './support/small-subgraph.ts';

const supergraph = composed(library.map((part) => new SmallSubgraph(part, { kid: 'test', secret: randomBytes(32) })));

describe('an operation is explained as it is carried out', () => {
  test.each([
    ['under the names that the client gave', '{ books { title price } }'],
    ['also where the client calls something by the name of a key', '{ books { id: title price } }'],
  ])('%s', async (_which, query) => {
    const network = await SmallNetwork.start(library);
    try {
      const { amounts, tree } = explain(supergraph, query, undefined, {});
      expect((await network.ask(query)).errors).toEqual([]);
      expect(network.fetches).toHaveLength(amounts.fetches);
      const places = tree.flatMap((line) => / entities of (.+?): /.exec(line)?.[1] ?? []);
      expect(places).toEqual(network.fetches.flatMap(({ path }) => (path === '' ? [] : [path.replaceAll('.@', '[]')])));
      const fields = (text: string) => text.replace(/.*?\{/, '').replace(/\s+/g, '');
      expect(tree.map(fields).join()).toContain(fields(network.fetches[0]?.operation ?? 'nothing was asked'));
    } finally {
      await network.close();
    }
  });

  test('and one that nobody carries out is refused in the same words', () => {
    const query = 'query ($representations: Boolean!) { books { stars reviews @include(if: $representations) { text } } }';
    expect(() => explain(supergraph, query, undefined, { representations: true })).toThrow(/\$representations/);
  });
});
