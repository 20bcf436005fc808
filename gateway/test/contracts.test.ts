import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';
import { eventually } from './support/eventually.ts';
import { galleryContracts, gallerySubgraph, hiddenWords } from './support/gallery.ts';
import { type Answer, placesOf, SmallNetwork } from './support/small-network.ts';

const start = (settings: Record<string, string> = {}) => SmallNetwork.start([gallerySubgraph], settings, undefined, galleryContracts);
let network: SmallNetwork;
beforeAll(async () => {
  network = await start();
});
beforeEach(() => network.reset());
afterAll(() => network?.close());

type Caller = keyof typeof galleryContracts | 'internal' | 'nobody';
const composed = ['public', 'member', 'partner', 'reporting'] as const;

async function headersOf(caller: Caller | string, scope = '', on = network): Promise<Record<string, string>> {
  return caller === 'nobody' ? {} : { authorization: `Bearer ${await on.issuer.token({ contract: caller, scope })}` };
}

async function ask(as: Caller | string, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  return network.ask(query, { variables, headers: await headersOf(as) });
}

const shape = (sdl: string) => printSchema(lexicographicSortSchema(buildSchema(sdl)));

describe('the contract of a token', () => {
  test.each<[Caller, keyof typeof galleryContracts]>([
    ['nobody', 'public'],
    ...composed.map((name): [Caller, typeof name] => [name, name]),
  ])('of %s is %s: the schema shows that and nothing else, asked either way', async (caller, contract) => {
    const { data, text } = await ask(caller, getIntrospectionQuery());
    const asked = printSchema(lexicographicSortSchema(buildClientSchema(data)));
    const headers = await headersOf(caller);
    const read = await (await fetch(`${network.url}/schema.graphql`, { headers })).text();
    expect([asked, shape(read)]).toEqual([shape(galleryContracts[contract]), shape(galleryContracts[contract])]);
    expect(hiddenWords.filter((word) => `${text} ${read}`.includes(word))).toEqual([]);
  });

  test('that is internal shows all that clients can see at all', async () => {
    const { text } = await ask('internal', getIntrospectionQuery());
    expect(hiddenWords.filter((word) => !text.includes(word))).toEqual(['4711', 'Cellar']);
    expect((await ask('internal', '{ vaultCode finds { __typename } }')).data).toEqual({
      vaultCode: '4711',
      finds: [{ __typename: 'Picture' }, { __typename: 'Strongroom' }],
    });
  });

  test.each([
    ['en', /names a contract that this graph does not know. Ask whoever issued it/],
    ['fr', /nomme un contrat que ce graphe ne connaît pas. Demandez/],
  ])('that nobody knows is refused with a sentence (%s), here and where the schema is read', async (language, sentence) => {
    const headers = { ...(await headersOf('root')), 'accept-language': language };
    const { status, errors } = await network.ask('{ pictures { title } }', { headers });
    expect([status, errors[0]?.extensions.code, errors[0]?.message]).toEqual([403, 'FORBIDDEN', expect.stringMatching(sentence)]);
    expect((await fetch(`${network.url}/schema.graphql`, { headers })).status).toBe(403);
    expect(network.fetches).toEqual([]);
  });

  test('is no part of the request: whoever asks cannot choose', async () => {
    const headers = { 'x-contract': 'internal', contract: 'internal' };
    expect((await network.ask('{ vaultCode }', { headers })).status).toBe(400);
  });
});

/** What a partner asks in vain, and the same with a name that exists nowhere. */
const twins: Record<string, [hidden: string, invented: string]> = {
  'a field of the beginning': ['{ vaultCode }', '{ vaultMode }'],
  'a field of an object': ['{ picture { insuredFor } }', '{ picture { insuredBy } }'],
  'an argument': ['{ picture(alarmed: true) { id } }', '{ picture(alarmer: true) { id } }'],
  'a type in a fragment': ['{ things { ... on Strongroom { id } } }', '{ things { ... on Strongdoor { id } } }'],
  'a type by name': ['{ __type(name: "Strongroom") { name } }', '{ __type(name: "Strongdoor") { name } }'],
  'a type of a fragment': ['{ things { ...F } } fragment F on Strongroom { id }', '{ things { ...F } } fragment F on Strongdoor { id }'],
  'a field of an input': ['{ hung(on: { passage: "x" }) { id } }', '{ hung(on: { passing: "x" }) { id } }'],
  'a value of an enum': ['{ hung(state: FORGED) { id } }', '{ hung(state: FORGER) { id } }'],
  'a change': ['mutation { sell(id: 1) { id } }', 'mutation { sold(id: 1) { id } }'],
};
const inVariables: Record<string, [query: string, hidden: unknown, invented: unknown]> = {
  'a field of an input in a variable': ['query ($x: Wall) { hung(on: $x) { id } }', { passage: 'x' }, { passing: 'x' }],
  'a value of an enum in a variable': ['query ($x: State) { hung(state: $x) { id } }', 'FORGED', 'FORGER'],
};

describe('what a contract does not show', () => {
  const told = ({ status, data, errors }: Answer, ...names: string[]) => {
    const words = JSON.stringify([data, errors.map(({ extensions, ...error }) => ({ ...error, code: extensions.code }))]);
    return [status, names.reduce((text, name) => text.replaceAll(name, '…'), words)];
  };
  const differing = (left: string, right: string) => {
    const [words, others] = [left, right].map((text): string[] => text.match(/\w+/g) ?? []) as [string[], string[]];
    return [...words.filter((word) => !others.includes(word)), ...others.filter((word) => !words.includes(word))];
  };

  test.each(Object.keys(twins))('reads like what does not exist: %s', async (what) => {
    const [hidden, invented] = twins[what] as (typeof twins)[string];
    const names = differing(hidden, invented);
    expect(names).toHaveLength(2);
    expect(told(await ask('partner', hidden), ...names)).toEqual(told(await ask('partner', invented), ...names));
    expect(network.fetches).toEqual([]);
    expect((await ask('internal', hidden)).errors).toEqual([]);
  });

  test.each(Object.keys(inVariables))('reads like what does not exist: %s', async (what) => {
    const [query, hidden, invented] = inVariables[what] as (typeof inVariables)[string];
    const names = differing(JSON.stringify(hidden), JSON.stringify(invented));
    const [first, second] = [await ask('partner', query, { x: hidden }), await ask('partner', query, { x: invented })];
    expect(first.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(told(first, ...names)).toEqual(told(second, ...names));
    expect(network.fetches).toEqual([]);
    expect((await ask('internal', query, { x: hidden })).errors).toEqual([]);
  });

  test('is never guessed at: nearly the right word is met with words of the own contract only', async () => {
    const near = [
      '{ vaultCod }',
      '{ picture { insuredFo } }',
      '{ picture(alarme: true) { id } }',
      '{ things { ... on Strongroo { id } } }',
    ];
    const texts = await Promise.all([...near, 'mutation { sel }'].map(async (query) => (await ask('partner', query)).text));
    expect(hiddenWords.filter((word) => new RegExp(`\\b${word}\\b`).test(texts.join()))).toEqual([]);
    expect((await ask('partner', '{ pictur { id } }')).errors[0]?.message).toMatch(/Did you mean "picture" or "pictures"/);
  });

  test('comes back as nothing found when an enum has a value outside, at its own place', async () => {
    const answer = await ask('partner', '{ pictures { title state states } }');
    expect(answer.data.pictures).toEqual([
      { title: 'Dusk', state: 'SHOWN', states: ['SHOWN'] },
      { title: 'Dawn', state: null, states: null },
    ]);
    expect(placesOf(answer)).toEqual(['pictures.1.state: NOT_FOUND', 'pictures.1.states.1: NOT_FOUND']);
    expect(answer.text).not.toContain('FORGED');
    expect(network.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  test.each([
    [
      'a union',
      '{ finds { __typename ... on Picture { id } } }',
      'finds',
      [{ __typename: 'Picture', id: '1' }, null],
      'finds.1: NOT_FOUND',
    ],
    [
      'an interface',
      '{ things { __typename id title } }',
      'things',
      [null, { __typename: 'Picture', id: '2', title: 'Dawn' }],
      'things.0: NOT_FOUND',
    ],
  ])('comes back as nothing found when it stands behind %s, and its neighbours come through', async (_what, query, field, value, place) => {
    const answer = await ask('partner', query);
    expect([answer.data[field], placesOf(answer)]).toEqual([value, [place]]);
    expect(hiddenWords.filter((word) => answer.text.includes(word))).toEqual([]);
  });
});

describe('in production', () => {
  let production: SmallNetwork;
  beforeAll(async () => {
    production = await start({ NODE_ENV: 'production' });
  });
  afterAll(() => production?.close());

  test.each([
    ['nobody', '', 401],
    ['partner', 'export:read', 403],
    ['internal', 'schema:rea schema:reads', 403],
  ])('the schema is closed to %s with "%s", asked either way', async (caller, scope, expected) => {
    const headers = await headersOf(caller, scope, production);
    const { status, text } = await production.ask('{ pictures { title } s: __schema { types { name } } }', { headers });
    const read = await fetch(`${production.url}/schema.graphql`, { headers });
    expect([status, read.status]).toEqual([expected, expected]);
    expect(`${text} ${await read.text()}`).not.toMatch(/Picture|type Query/);
    expect((await production.ask('{ __type(name: "Picture") { name } }', { headers })).status).toBe(expected);
    expect((await production.ask('{ pictures { __typename } }', { headers })).data.pictures[0]).toEqual({ __typename: 'Picture' });
  });

  test('a token with schema:read sees its own contract, and no other', async () => {
    const headers = await headersOf('partner', 'schema:read', production);
    const { data } = await production.ask(getIntrospectionQuery(), { headers });
    expect(printSchema(lexicographicSortSchema(buildClientSchema(data)))).toBe(shape(galleryContracts.partner));
    expect(shape(await (await fetch(`${production.url}/schema.graphql`, { headers })).text())).toBe(shape(galleryContracts.partner));
  });
});

describe('a new contract', () => {
  const deliver = async (name: string, sdl: string) => {
    await writeFile(join(network.folder, `${name}.new`), sdl);
    await rename(join(network.folder, `${name}.new`), join(network.folder, `${name}.graphql`));
  };
  const isBehind = async () => (await (await fetch(`${network.url}/health/ready`)).text()).includes('the last good one');

  test('is used without a restart, though the supergraph is as before', async () => {
    await deliver('public', galleryContracts.public.replace('title: String', 'id: ID! title: String'));
    await eventually(async () => (await ask('nobody', '{ pictures { id } }')).errors.length === 0);
    await deliver('public', galleryContracts.public);
    await eventually(async () => (await ask('nobody', '{ pictures { id } }')).errors.length > 0);
    expect((await ask('member', '{ picture { id } }')).data).toEqual({ picture: { id: '1' } });
  });

  test.each([
    [
      'a field that is not there',
      'type Query { pictures: [Picture] } type Picture { title: String price: Int }',
      'Picture.price is not in it',
    ],
    [
      'a type that is not there',
      'type Query { pictures: [Picture] wall: Ceiling } type Picture { title: String } type Ceiling { a: Int }',
      'Query.wall is not in it',
    ],
    [
      'another type of a field',
      'type Query { pictures: [Picture] } type Picture { title: String! }',
      'Picture.title is String!, and String there',
    ],
    ['another argument', 'type Query { picture(id: ID!): Picture } type Picture { id: ID! }', 'Query.picture with id is ID!, and ID there'],
    [
      'no argument where one is due',
      'type Query { pictures: [Picture] } type Mutation { sell: Picture } type Picture { id: ID! }',
      'Mutation.sell with id has to be said there, and it leaves that out',
    ],
    [
      'a value that is not there',
      'type Query { pictures: [Picture] } type Picture { state: State } enum State { SHOWN LOST }',
      'State has no LOST there',
    ],
    [
      'an interface that is not its own',
      'type Query { pictures: [Picture] } interface Find { id: ID! } type Picture implements Find { id: ID! }',
      'Find is of another kind there',
    ],
    ['no GraphQL', 'type {', 'the contract partner is no schema (Syntax Error'],
    ['nothing', '', 'the contract partner is no schema'],
  ])('with %s is refused with the reason; the last good ones stay, all of them', async (_what, sdl, reason) => {
    await deliver('public', galleryContracts.public.replace('title: String', 'id: ID! title: String'));
    await eventually(async () => (await ask('nobody', '{ pictures { id } }')).errors.length === 0);
    network.reset();
    await deliver('partner', sdl);
    await eventually(isBehind);
    expect(network.logged.filter((line) => line.includes('the last good one stays') && line.includes(reason))).toHaveLength(1);
    expect((await ask('partner', '{ picture { state } }')).data).toEqual({ picture: { state: 'SHOWN' } });
    await deliver('partner', galleryContracts.partner);
    await eventually(async () => !(await isBehind()));
  });

  test('that vanishes leaves the last good one, and a gateway does not open without it', async () => {
    await rm(join(network.folder, 'member.graphql'));
    await eventually(isBehind);
    expect((await ask('member', '{ picture { id } }')).errors).toEqual([]);
    await deliver('member', galleryContracts.member);
    await eventually(async () => !(await isBehind()));
    await expect(start({ CONTRACTS_DIR: join(network.folder, 'nowhere') })).rejects.toThrow(
      /^The supergraph is not complete: .*\.graphql cannot be read\. Run "npm run schema:compose" to make it\.$/,
    );
  });
});
