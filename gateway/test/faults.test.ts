import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { library } from './support/library.ts';
import { type Answer, placesOf, SmallNetwork } from './support/small-network.ts';
import { type Fault, sendJson } from './support/small-subgraph.ts';

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start(library, {
    LARGEST_ANSWER: '100000',
    BREAKER_WINDOW: '1000',
  });
});
beforeEach(() => network.reset());
afterAll(() => network.close());

const answering =
  (value: unknown, status = 200): Fault =>
  (_request, response) =>
    sendJson(response, status, value);
const saying =
  (text: string, status = 200): Fault =>
  (_request, response) =>
    void response.writeHead(status).end(text);

const brokenAnswers: Record<string, Fault> = {
  'cuts the connection': (request) => void request.socket.destroy(),
  'answers garbage': saying('<html>oops</html>'),
  'answers bytes that are no text': (_request, response) => void response.writeHead(200).end(Buffer.from([0x7b, 0xff, 0xfe])),
  'answers an empty object': answering({}),
  'answers a list': answering([]),
  'answers null': answering(null),
  'answers data of the wrong kind': answering({ data: [] }),
  'answers neither data nor errors': answering({ data: null, errors: [] }),
  'answers errors of the wrong kind': answering({ data: {}, errors: 'oops' }),
  'answers entities of the wrong kind': answering({ data: { _entities: {} } }),
  'answers too few entities': answering({ data: { _entities: [] } }),
  'answers too many entities': answering({ data: { _entities: [{}, {}, {}, {}] } }),
  'answers entities that are no objects': answering({ data: { _entities: ['a', 7] } }),
  'answers 500 with its innermost thoughts': saying('select * from secret at http://10.0.0.1:5432', 500),
  'answers 500 with valid data': answering({ data: { _entities: [{ price: 1 }, { price: 2 }] } }, 500),
  'redirects elsewhere': (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/stolen' }).end(),
  'answers far too much': saying(`{"data":"${'x'.repeat(200_000)}"}`),
};

/** Answers that do not end by themselves: it takes somebody whose patience does. */
const endlessAnswers: Record<string, Fault> = {
  'never answers': () => {},
  'starts to answer and never ends': (_request, response) => void response.writeHead(200).write('{"data":'),
};

const aboutPrices = '{ shelf { name: title cost: price verdict reviews { text } } echo(text: "still here") }';

function expectLostPrices(answer: Answer): void {
  expect(answer.status).toBe(200);
  const lost = (title: string, id: string) => ({ name: title, cost: null, verdict: null, reviews: [{ text: `on ${id}` }] });
  expect(answer.data).toEqual({ shelf: [lost('Roots', '1'), null, lost('Leaves', '2'), lost('Roots', '1')], echo: 'still here' });
  expect(placesOf(answer)).toEqual(
    [0, 2, 3].flatMap((at) => [`shelf.${at}.cost: SUBGRAPH_UNAVAILABLE`, `shelf.${at}.verdict: SUBGRAPH_UNAVAILABLE`]).sort(),
  );
  expect(answer.text).not.toMatch(/127\.0\.0\.1|10\.0\.0\.1|secret|stock|ECONN|undici|stack/);
}

describe('when the subgraph that prices books', () => {
  test.each(Object.keys(brokenAnswers))(
    '%s, its fields and those that rest on them are null, each with an error at its own place',
    async (name) => {
      network.subgraph('stock').fault = brokenAnswers[name];
      expectLostPrices(await network.ask(aboutPrices));
    },
  );

  test.each(Object.keys(endlessAnswers))('%s, it is no other, once the time for a fetch is over', async (name) => {
    const hasty = await SmallNetwork.start(library, { FETCH_TIMEOUT: '2000', BREAKER_WINDOW: '1000' });
    try {
      // What comes first takes longest, and time is to run out in one place only.
      await hasty.ask(aboutPrices);
      hasty.subgraph('stock').fault = endlessAnswers[name];
      expectLostPrices(await hasty.ask(aboutPrices));
    } finally {
      await hasty.close();
    }
  });

  test('fails, nobody is asked to work with what is missing', async () => {
    network.subgraph('stock').fault = brokenAnswers['answers garbage'];
    await network.ask('{ book(id: "1") { verdict } }');
    expect(network.fetches.map((fetch) => fetch.subgraph)).toEqual(['books', 'stock']);
    network.reset();
    await network.ask('{ book(id: "1") { verdict } }');
    expect(network.fetches.map((fetch) => fetch.subgraph)).toEqual(['books', 'stock', 'readers']);
  });

  test('takes longer than the whole request may, the error says that time ran out', async () => {
    const slow = await SmallNetwork.start(library, { REQUEST_TIMEOUT: '2000' });
    try {
      // What comes first takes longest, and time is to run out in one place only.
      await slow.ask('{ book(id: "1") { title price } }');
      slow.subgraph('stock').fault = () => {};
      const answer = await slow.ask('{ book(id: "1") { title price } }');
      expect(answer.data.book).toEqual({ title: 'Roots', price: null });
      expect(placesOf(answer)).toEqual(['book.price: DEADLINE_EXCEEDED']);
    } finally {
      await slow.close();
    }
  });

  test('fails in a mutation, the mutations after it still happen', async () => {
    network.subgraph('stock').fault = brokenAnswers['cuts the connection'];
    const answer = await network.ask('mutation { addPage(id: "1") { pages } buy(id: "2") { count } removePage(id: "1") { pages } }');
    expect(answer.data).toEqual({ addPage: { pages: 121 }, buy: null, removePage: { pages: 119 } });
    expect(placesOf(answer)).toEqual(['buy: SUBGRAPH_UNAVAILABLE']);
  });
});

describe('when the subgraph that owns the things fails', () => {
  test('what others know of them stays, with the lost names in their places', async () => {
    network.subgraph('books').fault = brokenAnswers['cuts the connection'];
    const answer = await network.ask('{ cheapest { title price warehouse { city boss { name fans } } } reviews { text book { title } } }');
    expect(answer.data.cheapest).toEqual({ title: null, price: 200, warehouse: { city: 'city 2', boss: { name: null, fans: 7 } } });
    expect(placesOf(answer)).toEqual([
      'cheapest.title: SUBGRAPH_UNAVAILABLE',
      'cheapest.warehouse.boss.name: SUBGRAPH_UNAVAILABLE',
      'reviews.0.book.title: SUBGRAPH_UNAVAILABLE',
      'reviews.1.book.title: SUBGRAPH_UNAVAILABLE',
    ]);
  });

  test('a field that must not be null takes its parent with it, up to the first that may', async () => {
    network.subgraph('readers').fault = brokenAnswers['cuts the connection'];
    const answer = await network.ask('{ book(id: "1") { title stars } shelf { author { name fans } } }');
    expect(answer.data).toEqual({ book: null, shelf: [{ author: null }, null, { author: null }, { author: null }] });
    expect(placesOf(answer)).toEqual([
      'book.stars: SUBGRAPH_UNAVAILABLE',
      'shelf.0.author.fans: SUBGRAPH_UNAVAILABLE',
      'shelf.2.author.fans: SUBGRAPH_UNAVAILABLE',
      'shelf.3.author.fans: SUBGRAPH_UNAVAILABLE',
    ]);
  });

  test.each([{}, { data: null }, { data: null, errors: [] }])('an answer that says nothing (%j) is a failed fetch', async (nothing) => {
    network.subgraph('books').fault = answering(nothing);
    expect(placesOf(await network.ask('{ echo kind }'))).toEqual(['echo: SUBGRAPH_UNAVAILABLE', 'kind: SUBGRAPH_UNAVAILABLE']);
  });

  test('a root field that must not be null takes everything', async () => {
    network.subgraph('books').fault = brokenAnswers['answers garbage'];
    const answer = await network.ask('{ required reviews { text } }');
    expect(answer.data).toBeNull();
    expect(placesOf(answer)).toEqual(['required: SUBGRAPH_UNAVAILABLE']);
  });
});

describe('when a subgraph answers in part', () => {
  const denied = (path: (string | number)[], code = 'FORBIDDEN') => ({
    message: 'Not for you.',
    path,
    extensions: { code, stacktrace: ['at secret.ts'] },
  });

  test('its error stands at every place the thing stands at', async () => {
    network.subgraph('stock').fault = answering({
      data: { _entities: [{ price: null }, { price: 200 }] },
      errors: [denied(['_entities', 0, 'price'])],
    });
    const answer = await network.ask('{ shelf { title price } }');
    expect(placesOf(answer)).toEqual(['shelf.0.price: FORBIDDEN', 'shelf.3.price: FORBIDDEN']);
    expect(answer.errors[0]?.message).toBe('Not for you.');
    expect(answer.text).not.toContain('secret.ts');
  });

  test('an error about a whole thing counts for each of the fields asked of it', async () => {
    network.subgraph('stock').fault = answering({
      data: { _entities: [null, { price: 200, warehouse: null }] },
      errors: [denied(['_entities', 0])],
    });
    const answer = await network.ask('{ shelf { price warehouse { city } } }');
    expect(placesOf(answer)).toEqual([
      'shelf.0.price: FORBIDDEN',
      'shelf.0.warehouse: FORBIDDEN',
      'shelf.3.price: FORBIDDEN',
      'shelf.3.warehouse: FORBIDDEN',
    ]);
  });

  test('an error below a null keeps the place where it happened', async () => {
    network.subgraph('books').fault = answering({
      data: { nested: { deep: [{ value: 'x' }, null] } },
      errors: [denied(['nested', 'deep', 1, 'value'])],
    });
    const answer = await network.ask('{ nested { deep { value } } }');
    expect(answer.data).toEqual({ nested: { deep: [{ value: 'x' }, null] } });
    expect(placesOf(answer)).toEqual(['nested.deep.1.value: FORBIDDEN']);
  });

  test('an error without data counts for all that was asked; one without a place stands for itself', async () => {
    network.subgraph('stock').fault = answering({ data: null, errors: [{ message: 'No.', extensions: { code: 'RATE_LIMITED' } }] });
    expect(placesOf(await network.ask('{ book(id: "1") { price postage } }'))).toEqual([
      'book.postage: RATE_LIMITED',
      'book.price: RATE_LIMITED',
    ]);
    network.subgraph('stock').fault = answering({
      data: { _entities: [{ price: 1 }] },
      errors: [{ message: 'No.', extensions: { code: 'CONFLICT' } }],
    });
    expect(placesOf(await network.ask('{ book(id: "1") { price } }'))).toEqual(['-: CONFLICT']);
  });

  test('codes that are not on the list, and none at all, are masked', async () => {
    for (const extensions of [{ code: 'SQL_ERROR' }, {}, { code: 'INTERNAL' }, { code: 'toString' }]) {
      network.subgraph('stock').fault = answering({
        data: { _entities: [{ price: null }] },
        errors: [{ message: 'relation "secret" at http://db', path: ['_entities', 0, 'price'], extensions }],
      });
      const answer = await network.ask('{ book(id: "1") { price } }');
      expect(placesOf(answer)).toEqual(['book.price: INTERNAL']);
      expect(answer.text).not.toMatch(/secret|http|SQL/);
      expect(network.logged.join()).toContain(answer.errors[0]?.extensions.reference);
      expect(network.logged.join()).toContain('secret');
    }
  });

  test('a lost input is not passed on as null, and what rests on it says so', async () => {
    network.subgraph('books').fault = answering({
      data: { book: { __typename: 'Book', id: '1', title: 'Roots', pages: null, weight: { grams: null } } },
      errors: [denied(['book', 'pages']), denied(['book', 'weight', 'grams'], 'NOT_FOUND')],
    });
    const answer = await network.ask('{ book(id: "1") { title pricePerPage postage price } }');
    expect(answer.data.book).toEqual({ title: 'Roots', pricePerPage: null, postage: null, price: 100 });
    expect(placesOf(answer)).toEqual(['book.postage: NOT_FOUND', 'book.pricePerPage: FORBIDDEN']);
  });
});

describe('when a subgraph breaks the schema', () => {
  const book = (fields: object) => answering({ data: { book: { __typename: 'Book', id: '1', ...fields } } });

  test.each([
    ['a text for a number', 'pages', '12'],
    ['a fraction for a whole number', 'pages', 1.5],
    ['a number beyond 32 bits', 'pages', 2 ** 31],
    ['a number for yes or no', 'available', 1],
    ['a text for a fraction', 'ratio', '0.5'],
    ['a number for a text', 'title', 7],
    ['an object for a text', 'title', { toString: 'x' }],
    ['a value that the enum does not have', 'kind', 'SECRET'],
    ['a name that every object has', 'kind', 'constructor'],
    ['a list for one value', 'title', ['x']],
    ['a text for an object', 'weight', 'heavy'],
    ['a list for an object', 'weight', []],
  ])('%s is null with an error', async (_what, field, value) => {
    network.subgraph('books').fault = book({ [field]: value });
    const answer = await network.ask(`{ book(id: "1") { ${field}${field === 'weight' ? ' { grams }' : ''} } }`);
    expect(answer.data).toEqual({ book: { [field]: null } });
    expect(placesOf(answer)).toEqual([`book.${field}: INTERNAL`]);
    expect(answer.text).not.toContain('SECRET');
  });

  test('a field that was asked for and not answered is null with an error', async () => {
    network.subgraph('books').fault = book({ pages: 1 });
    const answer = await network.ask('{ book(id: "1") { title pages } }');
    expect(answer.data.book).toEqual({ title: null, pages: 1 });
    expect(placesOf(answer)).toEqual(['book.title: INTERNAL']);
  });

  test('a null where none may be takes its parent with it, and says so', async () => {
    network.subgraph('books').fault = answering({ data: { things: [{ __typename: 'Lamp', watts: null }], books: null } });
    const answer = await network.ask('{ things { ... on Lamp { watts } } }');
    expect(answer.data).toEqual({ things: null });
    expect(placesOf(answer)).toEqual(['things.0.watts: INTERNAL']);
  });

  test('a type that does not exist is an error, not a guess', async () => {
    network.subgraph('books').fault = answering({ data: { things: [{ __typename: 'Weapon', id: '1', name: 'x' }] } });
    const answer = await network.ask('{ things { name } }');
    expect(answer.data).toEqual({ things: null });
    expect(placesOf(answer)).toEqual(['things.0: INTERNAL']);
    expect(answer.text).not.toContain('Weapon');
  });

  test('keys that reach for an object’s prototype change nothing', async () => {
    network.subgraph('stock').fault = (_request, response) =>
      void response
        .writeHead(200)
        .end('{"data":{"_entities":[{"price":1,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}]}}');
    const answer = await network.ask('{ book(id: "1") { title price } }');
    expect(answer.data.book).toEqual({ title: 'Roots', price: 1 });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

test('an input that only the subgraph can judge is still the caller’s bad input', async () => {
  network.subgraph('books').fault = answering(
    {
      errors: [
        { message: 'Expected value of type "LocalDate", found "x"; write a day as yyyy-mm-dd.', extensions: { code: 'BAD_USER_INPUT' } },
      ],
    },
    400,
  );
  const answer = await network.ask('{ echo(text: "x") }');
  expect(answer.errors[0]?.message).toMatch(/write a day/);
  expect(placesOf(answer)).toEqual(['echo: BAD_USER_INPUT']);
  network.subgraph('books').fault = answering(
    { errors: [{ message: 'Cannot query field "echo" on type "Query".', extensions: { code: 'BAD_USER_INPUT' } }] },
    400,
  );
  expect(placesOf(await network.ask('{ echo(text: "x") }'))).toEqual(['echo: INTERNAL']);
});
