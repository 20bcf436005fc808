import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { anonymous } from '../src/identity/caller.ts';
import { principalOf, type RequestIdentity } from '../src/identity/subgraph-identity.ts';
import { Client } from '../src/transport/audience.ts';
import { eventually } from './support/eventually.ts';
import { library } from './support/library.ts';
import { placesOf, SmallNetwork } from './support/small-network.ts';
import { sendJson } from './support/small-subgraph.ts';

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start(library, { BREAKER_WINDOW: '1000' });
});
beforeEach(() => network.reset());
afterAll(() => network.close());

/** Holds the answers of a subgraph back, and counts what came and what was cut. */
function held(data: unknown = { shelf: [{ __typename: 'Book', id: '1', title: 'Roots' }] }) {
  const waiting: (() => void)[] = [];
  const seen = { came: 0, cut: 0, bodies: [] as string[] };
  network.subgraph('books').fault = (_request, response, body) => {
    seen.came += 1;
    seen.bodies.push(body);
    response.on('close', () => {
      if (!response.writableFinished) seen.cut += 1;
    });
    waiting.push(() => sendJson(response, 200, { data }));
  };
  return { seen, release: () => waiting.splice(0).map((answer) => answer()) };
}

const query = '{ shelf { title price } }';
/** So many ask, and so many of them were heard by the subgraph. */
const asked = (count: number, seen: { readonly came: number }, came = 1) =>
  eventually(() => network.fetches.length >= count && seen.came >= came);

describe('the same question of the same caller at the same time', () => {
  test('goes out once, and everybody gets an answer of their own', async () => {
    const { seen, release } = held();
    const answers = Array.from({ length: 5 }, () => network.ask(query));
    await asked(5, seen);
    release();
    for (const { data, errors } of await Promise.all(answers)) {
      expect(errors).toEqual([]);
      expect(data).toEqual({ shelf: [{ title: 'Roots', price: 100 }] });
    }
    expect(seen.came).toBe(1);
  });

  test('is put anew when the earlier one is over', async () => {
    await network.ask(query);
    await network.ask(query);
    expect(network.subgraph('books').received).toHaveLength(2);
  });

  test('with other variables is another question', async () => {
    const { seen, release } = held({ book: null });
    const answers = ['1', '2'].map((id) => network.ask('query ($id: ID!) { book(id: $id) { title } }', { variables: { id } }));
    await eventually(() => seen.came === 2);
    release();
    await Promise.all(answers);
  });

  test('that fails, fails for everybody, each at their own places', async () => {
    network.subgraph('books').fault = (_request, response) => void setTimeout(() => response.writeHead(500).end(), 100);
    const answers = await Promise.all([network.ask(query), network.ask('{ shelf { title price } }')]);
    expect(answers.map(placesOf)).toEqual([['shelf: SUBGRAPH_UNAVAILABLE'], ['shelf: SUBGRAPH_UNAVAILABLE']]);
  });

  test('is never shared when it changes something', async () => {
    const { seen, release } = held({ addPage: { pages: 1 } });
    const answers = Array.from({ length: 3 }, () => network.ask('mutation { addPage(id: "1") { pages } }'));
    await eventually(() => seen.came === 3);
    release();
    await Promise.all(answers);
  });

  test('is put anew by whoever asks after a change', async () => {
    const { seen, release } = held({ shelf: [], addPage: { pages: 1 } });
    const before = network.ask(query);
    await eventually(() => seen.came === 1);
    const change = network.ask('mutation { addPage(id: "1") { pages } }');
    await eventually(() => seen.came === 2);
    const during = network.ask(query);
    await eventually(() => seen.came === 3);
    release();
    await Promise.all([before, change, during]);
  });
});

describe('those who share an answer', () => {
  async function leaving(): Promise<{ leave: () => void; gone: Promise<unknown> }> {
    const client = new AbortController();
    const body = JSON.stringify({ query });
    const gone = fetch(`${network.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: client.signal,
    }).catch(() => undefined);
    return { leave: () => client.abort(), gone };
  }

  test('may leave, the first of them too, without the others losing theirs', async () => {
    const { seen, release } = held();
    const first = await leaving();
    await asked(1, seen);
    const second = network.ask(query);
    await asked(2, seen);
    first.leave();
    await first.gone;
    await eventually(() => network.logged.some((line) => line.includes('the client left during this fetch')));
    release();
    expect((await second).data).toEqual({ shelf: [{ title: 'Roots', price: 100 }] });
    expect([seen.came, seen.cut]).toEqual([1, 0]);
  });

  test('take the question along when the last of them leaves', async () => {
    const { seen } = held();
    const [first, second] = [await leaving(), await leaving()];
    await asked(2, seen);
    first.leave();
    await first.gone;
    second.leave();
    await second.gone;
    await eventually(() => seen.cut === 1);
    expect(seen.came).toBe(1);
  });
});

describe('what another caller asks', () => {
  const identity = (caller: object, language = 'en'): RequestIdentity =>
    ({
      caller: { ...anonymous, ...caller },
      language,
      requestId: 'x',
      deadline: 0,
      client: new Client(),
    }) as RequestIdentity;

  test('is never shared: any difference in what a subgraph is told of the caller is one', () => {
    const differences = [
      { subject: 'a' },
      { clientId: 'a' },
      { company: 'a' },
      { branch: 'a' },
      { hub: 'a' },
      { roles: ['a'] },
      { contract: 'member' },
      { scopes: ['a'] },
      { scopes: ['a', 'b'] },
      { scopes: ['a,b'] },
      { serviceClass: 'batch' },
    ];
    const principals = [identity({}), identity({}, 'fr'), ...differences.map((difference) => identity(difference))].map(principalOf);
    expect(new Set(principals).size).toBe(differences.length + 2);
    expect(principalOf(identity({ requestId: 'y' }))).toBe(principalOf(identity({})));
  });

  test('goes out as a question of their own', async () => {
    const { seen, release } = held();
    const tokens = await Promise.all(['a', 'b'].map((sub) => network.issuer.token({ sub })));
    const english = { 'accept-language': 'en' };
    const callers = [english, english, ...tokens.flatMap((token) => [bearer(token), bearer(token)]), { 'accept-language': 'fr' }];
    const answers = callers.map((headers) => network.ask(query, { headers }));
    await asked(callers.length, seen, 4);
    release();
    for (const { data } of await Promise.all(answers)) expect(data).toEqual({ shelf: [{ title: 'Roots', price: 100 }] });
    expect(seen.came).toBe(4);
  });

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
});
