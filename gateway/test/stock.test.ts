import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { library } from './support/library.ts';
import { SmallNetwork } from './support/small-network.ts';

let ours: SmallNetwork;
let stock: SmallNetwork;
beforeAll(async () => {
  const narrow = { member: 'type Query { echo: String books: [Book!]! } type Book { title: String }' };
  [ours, stock] = await Promise.all([
    SmallNetwork.start(library, {}, undefined, narrow),
    SmallNetwork.start(library, { EXECUTION: 'stock' }, undefined, narrow),
  ]);
});
beforeEach(() => {
  ours.reset();
  stock.reset();
});
afterAll(() => Promise.all([ours?.close(), stock?.close()]));

const away = (network: SmallNetwork) => {
  network.subgraph('stock').fault = (_request, response) => void response.destroy();
};
const questions: Record<string, [query: string, arrange?: (network: SmallNetwork) => void]> = {
  'a question that three subgraphs answer': ['{ shelf { title price verdict reviews { text } } }'],
  'objects behind an interface': ['{ things { id ... on Author { books { title } } ... on Lamp { watts } } }'],
  'changes in their order': ['mutation { one: addPage(id: "1") { pages } two: removePage(id: "1") { pages price } }'],
  'conditions and defaults': ['query ($no: Boolean! = false) { echo @include(if: $no) search { title kind @skip(if: $no) } }'],
  'the schema about itself': ['{ __type(name: "Lamp") { fields { name } } echo }'],
  'a subgraph that is away': ['{ cheapest { price } }', away],
  'a part that is lost at several places': ['{ shelf { title price } }', away],
};

describe('with the executor of the gateway library in place of ours the answer is the same', () => {
  test.each(Object.keys(questions))('%s', async (name) => {
    const [query, arrange] = questions[name] as (typeof questions)[string];
    const answers = [ours, stock].map(async (network) => {
      arrange?.(network);
      const { status, data, errors } = await network.ask(query);
      const told = errors.map(({ message, path, extensions }) => ({ message, path, code: extensions.code }));
      return { status, data: JSON.stringify(data), told: told.sort((a, b) => String(a.path).localeCompare(String(b.path))) };
    });
    const [mine, theirs] = await Promise.all(answers);
    expect(theirs).toEqual(mine);
    expect(mine?.told.length === 0).toBe(arrange === undefined);
  });

  test('and what a contract does not show stays hidden', async () => {
    const headers = { authorization: `Bearer ${await stock.issuer.token({ contract: 'member' })}` };
    expect((await stock.ask('{ books { title } }', { headers })).data.books).toHaveLength(3);
    expect((await stock.ask('{ books { pages } }', { headers })).errors[0]?.message).toMatch(/Cannot query field "pages"/);
    expect((await stock.ask('{ __type(name: "Book") { fields { name } } }', { headers })).data.__type.fields).toEqual([{ name: 'title' }]);
  });
});
