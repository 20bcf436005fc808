import { afterEach, describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { placesOf } from '../support/small-network.ts';

const items = [
  { id: '1', name: 'one', note: { asked_id: 'kept', id: 'its own', list: [{ asked_asked_name: 1, name: 2 }] } },
  { id: '2', name: 'two', note: [{ asked_name: null }] },
];

const small = standing(
  {
    name: 'shelf',
    sdl: `
      scalar Anything
      input In { n: Anything f: Float l: [Float!] }
      type Query {
        echo(n: Anything, f: Float, id: ID, o: In): String
        item(id: ID!): Item items: [Item!] shelves: [Shelf] note: Anything must: Anything! ident: ID share: Float }
      type Item @key(fields: "id") { id: ID! name: String note: Anything size: Size }
      type Shelf { id: ID! items: [Item] }
      type Size @shareable { share: Float code: ID }
    `,
    resolvers: {
      Query: {
        echo: (_: unknown, given: unknown) => JSON.stringify(given),
        item: (_: unknown, { id }: { id: string }) => items.find((item) => item.id === id),
        items: () => items,
      },
    },
  },
  {
    name: 'till',
    sdl: `
      scalar Anything
      type Query { till: String }
      type Item @key(fields: "id") {
        id: ID! note: Anything @external size: Size @external
        price(times: Int): Int noted: String @requires(fields: "note") part: String @requires(fields: "size { share }")
        coded: String @requires(fields: "size { code }")
      }
      type Size @shareable { share: Float code: ID }
    `,
    resolvers: {
      Item: {
        __resolveReference: (reference: object) => reference,
        noted: ({ note }: { note: unknown }) => JSON.stringify(note),
        part: ({ size }: { size: unknown }) => JSON.stringify(size),
        coded: ({ size }: { size: unknown }) => JSON.stringify(size),
        price: ({ id }: { id: string }, { times }: { times?: number }) => Number(id) * (times ?? 1),
      },
    },
  },
);

const answering = (text: string, subgraph = 'shelf') => {
  small.network.subgraph(subgraph).fault = (_request, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(text);
};

describe('a scalar of a subgraph’s own', () => {
  test('is passed on as it came, whatever the names in it look like', async () => {
    const answer = await small.ask('{ items { id: name note price } }');
    expect(answer.data.items).toEqual(items.map(({ id, name, note }) => ({ id: name, note, price: Number(id) })));
  });

  test('that no JSON can write is an error, and no null where none may be', async () => {
    answering('{"data":{"must":1e400,"note":-1e400}}');
    const answer = await small.ask('{ must note }');
    expect(answer.data).toBeNull();
    expect(placesOf(answer)).toEqual(['must: INTERNAL']);
    answering('{"data":{"note":-1e400}}');
    expect(placesOf(await small.ask('{ note }'))).toEqual(['note: INTERNAL']);
  });
});

const twoTo53 = '9007199254740993';
/** So many lists within one another that no stack of calls reaches their end. */
const bottomless = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
const item = (fields: string) => `{"data":{"item":{"__typename":"Item","id":"1","name":"one",${fields}}}}`;

describe('a number too large to be read exactly', () => {
  test.each([
    ['alone', twoTo53],
    ['below zero', `-${twoTo53}`],
    ['in a list', `[1, ${twoTo53}]`],
    ['in an object', `{"a": {"b": ${twoTo53}}}`],
    ['in an object, larger than any', '{"a": [1e400]}'],
  ])('%s is an error in its place, and never another number', async (_where, value) => {
    answering(item(`"note":${value}`));
    const answer = await small.ask('{ item(id: "1") { name note } }');
    expect(answer.data).toEqual({ item: { name: 'one', note: null } });
    expect(placesOf(answer)).toEqual(['item.note: INTERNAL']);
    expect(answer.errors[0]?.message).toMatch(/number too large to be read exactly.*as text/);
    answering(item(`"note":${value}`));
    const beside = await small.ask('{ item(id: "1") { name note } __schema { queryType { name } } }');
    expect([beside.data.item, beside.errors[0]?.message]).toEqual([answer.data.item, answer.errors[0]?.message]);
  });

  test('is none that fits, or that is written as text', async () => {
    const fits = [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 0.1, 1e-7, twoTo53];
    answering(item(`"note":${JSON.stringify(fits)}`));
    expect((await small.ask('{ item(id: "1") { note } }')).data.item.note).toEqual(fits);
  });

  test('names nothing: an ID is an error, a share is rounded by its nature', async () => {
    answering(`{"data":{"ident":${twoTo53},"share":1e20}}`);
    const answer = await small.ask('{ ident share }');
    expect(answer.data).toEqual({ ident: null, share: 1e20 });
    expect(placesOf(answer)).toEqual(['ident: INTERNAL']);
    expect(answer.errors[0]?.message).toMatch(/as text/);
  });

  // Another thing would be asked about, and its answer taken for that of this one.
  test('leads to no thing', async () => {
    answering(`{"data":{"items":[{"__typename":"Item","id":${twoTo53},"name":"one"}]}}`);
    const answer = await small.ask('{ items { name price } }');
    expect(answer.data).toEqual({ items: [{ name: 'one', price: null }] });
    expect(small.network.subgraph('till').received).toEqual([]);
  });

  test('is passed on to no other subgraph, unless it is a share', async () => {
    answering(item(`"note":{"a":${twoTo53}},"size":{"share":1e20,"code":${twoTo53}}`));
    const answer = await small.ask('{ item(id: "1") { name noted part coded } }');
    expect(answer.data).toEqual({ item: { name: 'one', noted: null, part: '{"share":100000000000000000000}', coded: null } });
    expect(placesOf(answer)).toEqual(['item.coded: INTERNAL', 'item.noted: INTERNAL']);
  });
});

describe('a number in a request', () => {
  const document = 'query ($n: Anything, $f: Float, $id: ID, $o: In) { echo(n: $n, f: $f, id: $id, o: $o) }';
  const sent = (variables: string) => small.network.post(`{"query":${JSON.stringify(document)},"variables":${variables}}`);

  test.each([`{"n":${twoTo53}}`, `{"n":{"a":[${twoTo53}]}}`, `{"id":${twoTo53}}`, `{"o":{"n":-${twoTo53}}}`])(
    'that would arrive as another one is refused: %s',
    async (variables) => {
      for (const _time of ['first', 'second']) {
        const answer = await sent(variables);
        expect([answer.status, placesOf(answer)]).toEqual([400, ['-: BAD_USER_INPUT']]);
        expect(answer.errors[0]?.message).toMatch(/too large to be passed on exactly. Write it as text/);
      }
      expect(small.network.fetches).toEqual([]);
    },
  );

  test.each([`n: ${twoTo53}`, `n: { a: [${twoTo53}] }`, `o: { n: ${twoTo53} }`, 'n: 1e20', 'n: 1e400'])(
    'is refused where it is written in the document: %s',
    async (given) => {
      for (const _time of ['first', 'second']) {
        const answer = await small.ask(`{ echo(${given}) }`);
        expect([answer.status, placesOf(answer)]).toEqual([400, ['-: BAD_USER_INPUT']]);
      }
      expect(small.network.fetches).toEqual([]);
    },
  );

  test('arrives when it fits, is a share, or is written as text', async () => {
    const variables = `{"n":[${Number.MAX_SAFE_INTEGER},0.5],"f":1e20,"id":"${twoTo53}","o":{"n":"${twoTo53}","f":1e20,"l":[1e20]}}`;
    expect(JSON.parse((await sent(variables)).data.echo)).toEqual(JSON.parse(variables));
    const written = await small.ask(`{ echo(f: ${twoTo53}, id: ${twoTo53}, n: 7, o: { l: [1e20] }) }`);
    expect(JSON.parse(written.data.echo)).toEqual({ f: 2 ** 53, id: twoTo53, n: 7, o: { l: [1e20] } });
  });
});

describe('lists within lists without end', () => {
  afterEach(async () => {
    small.network.reset();
    expect((await small.ask('{ items { price } }')).data).toEqual({ items: [{ price: 1 }, { price: 2 }] });
  });

  test('are an error in their place, and the rest holds', async () => {
    for (const value of [bottomless, `{"a":${bottomless}}`, '{"a":'.repeat(50_000) + 1 + '}'.repeat(50_000)]) {
      answering(item(`"note":${value}`));
      const answer = await small.ask('{ item(id: "1") { name note } }');
      expect([answer.status, answer.data]).toEqual([200, { item: { name: 'one', note: null } }]);
      expect(answer.errors).toMatchObject([{ path: ['item', 'note'], message: expect.stringMatching(/lists nested too deeply/) }]);
    }
  });

  test('are passed on as long as somebody could mean them', async () => {
    const deep = `${'['.repeat(400)}${']'.repeat(400)}`;
    answering(item(`"note":${deep}`));
    for (const _time of ['first', 'second']) {
      const { text } = await small.ask('{ item(id: "1") { note } }');
      expect(text).toContain(`{"note":${deep}}`);
    }
  });

  test('are no input of another field', async () => {
    answering(item(`"note":${bottomless}`));
    const answer = await small.ask('{ item(id: "1") { name noted price } }');
    expect(answer.data).toEqual({ item: { name: 'one', noted: null, price: 1 } });
    expect(placesOf(answer)).toEqual(['item.noted: INTERNAL']);
  });

  test('are none in place of a thing, a name, or a type', async () => {
    answering(`{"data":{"shelves":[{"id":"1","items":${bottomless}},{"id":"1","items":${bottomless}}]}}`);
    expect(placesOf(await small.ask('{ shelves { id items { name price } } }'))).toEqual([
      'shelves.0.items.0: INTERNAL',
      'shelves.1.items.0: INTERNAL',
    ]);
    answering(`{"data":{"items":[{"__typename":${bottomless},"id":${bottomless},"name":"one"}]}}`);
    expect((await small.ask('{ items { name price } }')).data).toEqual({ items: [{ name: 'one', price: null }] });
    answering('{"data":{"items":[{"__typename":{"toString":1},"id":{"toString":1},"name":"one"}]}}');
    expect((await small.ask('{ items { name price } }')).data).toEqual({ items: [{ name: 'one', price: null }] });
  });

  test('are none in the answer of another subgraph, whoever shares it', async () => {
    answering(`{"data":{"_entities":[{"price":${bottomless}}]}}`, 'till');
    const answer = await small.ask('{ a: item(id: "1") { price } b: item(id: "1") { price } }');
    expect(answer.data).toEqual({ a: { price: null }, b: { price: null } });
    expect(placesOf(answer)).toEqual(['a.price: INTERNAL', 'b.price: INTERNAL']);
  });

  test('change nothing about an error that comes with them', async () => {
    answering(
      `{"data":{"item":null},"errors":[{"message":"no","path":["item"],"extensions":{"code":${bottomless}}},{"message":"no","path":${bottomless}}]}`,
    );
    expect(placesOf(await small.ask('{ item(id: "1") { name } }'))).toEqual(['-: INTERNAL', 'item: INTERNAL']);
  });
});
