import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { hashOf, readManifests } from '../src/documents/manifest.ts';
import { eventually } from './support/eventually.ts';
import { library } from './support/library.ts';
import { SmallNetwork } from './support/small-network.ts';

const echo = 'query Echo($text: String) {\n  echo(text: $text)\n}';
const titles = 'query Titles {\n  books {\n    title\n  }\n}';
const kind = 'query Kind {\n  kind\n}';
const large = `query Large {\n  ${Array.from({ length: 25 }, (_, index) => `a${index}: echo`).join('\n  ')}\n}`;
const secret = 'query Secret {\n  nothing\n}';
const hash = (text: string) => hashOf(text);

const manifest = (client: string, adoption: string, texts: Record<string, string>, contracts: string[] = []) => ({
  client,
  clientIds: [client],
  contracts,
  adoption,
  documents: Object.fromEntries(Object.entries(texts).map(([name, text]) => [hash(text), { name, text }])),
});

const folders: string[] = [];

async function folderOf(...manifests: readonly unknown[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'documents-'));
  folders.push(folder);
  await Promise.all(
    manifests.map((one, index) => writeFile(join(folder, `${index}.json`), typeof one === 'string' ? one : JSON.stringify(one))),
  );
  return folder;
}

let network: SmallNetwork;
beforeAll(async () => {
  const folder = await folderOf(
    manifest('strict', 'enforce', { Echo: echo, Large: large, Secret: secret }),
    manifest('watched', 'log', { Titles: titles }),
    manifest('free', 'off', { Titles: titles }),
    manifest('settled', 'off', { Titles: titles }),
    manifest('page', 'log', { Kind: kind }, ['public']),
    // An earlier release of the first, still in somebody's browser.
    manifest('strict', 'enforce', { Titles: titles }),
  );
  network = await SmallNetwork.start(library, { DOCUMENTS_DIR: folder, DOCUMENT_ADOPTION: 'settled=enforce, reporting=enforce' });
});
beforeEach(() => network.reset());
afterAll(async () => {
  await network.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

async function send(body: Record<string, unknown>, claims?: Record<string, unknown>, headers: Record<string, string> = {}) {
  const authorization = claims && { authorization: `Bearer ${await network.issuer.token(claims)}` };
  return network.post(JSON.stringify(body), { ...headers, ...authorization });
}
const outcomes = () => network.documents.map(({ outcome, name }) => (name ? `${outcome} ${name}` : outcome));
const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

test('nobody waits for the plan of a registered document: it is made when the gateway opens', async () => {
  const folder = await folderOf(manifest('page', 'log', { Kind: kind, Echo: echo, Secret: secret }));
  const another = await SmallNetwork.start(library, { DOCUMENTS_DIR: folder, METRICS_PORT: '0' });
  const made = async () => {
    const figures = await (await fetch(another.metricsUrl)).text();
    return ['made', 'found'].map((outcome) =>
      Number(figures.match(new RegExp(`plan_lookups_total\\{outcome="${outcome}"\\} (\\d+)`))?.[1]),
    );
  };
  // Its third document asks for what is not in the graph: nobody is kept from the others by it.
  await eventually(async () => (await made())[0] === 2);
  expect(await made()).toEqual([2, 0]);
  expect((await another.ask(kind)).errors).toEqual([]);
  expect((await another.ask(echo, { variables: { text: 'hello' } })).errors).toEqual([]);
  expect(await made()).toEqual([2, 2]);
  await another.close();
});

describe('a client that sends registered documents only', () => {
  const client_id = 'strict';

  test.each([
    ['as GraphQL over HTTP names them', { documentId: `sha256:${hash(echo)}` }],
    ['by the hash alone', { documentId: hash(echo).toUpperCase() }],
    ['as Apollo’s clients name them', persisted(hash(echo))],
    ['by both names', { documentId: hash(echo), ...persisted(hash(echo)) }],
    ['by the very text', { query: echo }],
    ['by text and hash', { query: echo, ...persisted(hash(echo)) }],
  ])('is answered when it names one %s', async (_how, body) => {
    const { data, errors } = await send({ ...body, variables: { text: 'hello' } }, { client_id });
    expect([data, errors]).toEqual([{ echo: 'hello' }, []]);
    expect(outcomes()).toEqual(['trusted Echo']);
  });

  test('is answered when it names one of a release before', async () => {
    expect((await send({ documentId: hash(titles) }, { client_id })).data.books).toHaveLength(3);
  });

  test('is refused any other text, with what to do', async () => {
    const { status, errors, data } = await send({ query: '{ echo }' }, { client_id });
    expect([status, data, errors[0]?.extensions.code]).toEqual([400, null, 'BAD_USER_INPUT']);
    expect(errors[0]?.message).toMatch(/registered documents only. Send the hash/);
    expect([network.fetches, outcomes()]).toEqual([[], ['refused']]);
  });

  test('is refused the document of another client, and cannot tell whether there is one', async () => {
    const theirs = await send({ documentId: hash(kind) }, { client_id });
    const nobodys = await send({ documentId: '0'.repeat(64) }, { client_id });
    expect(theirs.errors[0]?.message).toMatch(/No document of this client has this hash/);
    expect(nobodys.errors[0]?.message).toBe(theirs.errors[0]?.message);
    expect((await send({ query: kind }, { client_id })).errors[0]?.message).toMatch(/registered documents only/);
    expect([network.fetches, outcomes()]).toEqual([[], ['unknown', 'unknown', 'refused']]);
  });

  test('cannot have a document registered by sending it with its hash', async () => {
    const query = '{ echo(text: "mine") }';
    expect((await send({ query, ...persisted(hash(query)) }, { client_id })).data).toBeNull();
    expect((await send(persisted(hash(query)), { client_id })).data).toBeNull();
    expect(network.fetches).toEqual([]);
  });

  test('is refused a hash that is not that of the text beside it', async () => {
    const { errors } = await send({ query: titles, documentId: hash(echo) }, { client_id });
    expect(errors[0]?.message).toMatch(/not that of the document sent with it/);
    expect(network.fetches).toEqual([]);
  });

  test('is held to the limits, to variables and to the schema all the same', async () => {
    expect((await send({ documentId: hash(large) }, { client_id })).errors[0]?.message).toMatch(/20 fields at the root/);
    expect((await send({ documentId: hash(secret) }, { client_id })).errors[0]?.message).toMatch(/Cannot query field "nothing"/);
    expect((await send({ documentId: hash(echo), variables: { text: 7 } }, { client_id })).errors[0]?.message).toMatch(
      /String cannot represent/,
    );
    expect(network.fetches).toEqual([]);
  });

  test('is refused in French where French is read, and with 200 where a status says nothing', async () => {
    const headers = { 'accept-language': 'fr', accept: 'application/json' };
    const { status, errors } = await send({ query: '{ echo }' }, { client_id }, headers);
    expect([status, errors[0]?.message]).toEqual([200, expect.stringMatching(/n'envoie que des documents enregistrés/)]);
  });
});

describe('a client that is on its way there', () => {
  test('is answered, and each free document is written down and counted', async () => {
    const { data } = await send({ query: '{ echo(text: "free") }' }, { client_id: 'watched' });
    expect(data).toEqual({ echo: 'free' });
    expect(outcomes()).toEqual(['free']);
    const lines = network.logged.filter((line) => line.includes('a document that is not trusted'));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ client: 'watched', adoption: 'log', outcome: 'free', hash: hash('{ echo(text: "free") }') }),
    ]);
    expect(lines[0]).not.toContain('echo(');
  });

  test('is refused a hash that is none of its own', async () => {
    expect((await send({ documentId: hash(echo) }, { client_id: 'watched' })).errors[0]?.message).toMatch(/No document of this client/);
  });
});

describe('who may send what', () => {
  test('a client whose adoption is off sends anything, and nothing is written down', async () => {
    expect((await send({ query: '{ echo }' }, { client_id: 'free' })).data).toEqual({ echo: 'unsaid' });
    expect(network.logged.filter((line) => line.includes('not trusted'))).toEqual([]);
  });

  test('a setting of the deployment goes before the manifest', async () => {
    expect((await send({ query: '{ echo }' }, { client_id: 'settled' })).data).toBeNull();
    expect((await send({ documentId: hash(titles) }, { client_id: 'settled' })).data.books).toHaveLength(3);
  });

  test('a tool of the staff that no manifest knows sends anything', async () => {
    expect((await send({ query: '{ echo }' }, { client_id: 'cli', contract: 'internal' })).data).toEqual({ echo: 'unsaid' });
    expect(network.documents[0]?.adoption).toBe('off');
  });

  test('an app of a partner that no manifest knows is watched', async () => {
    expect((await send({ query: '{ echo }' }, { client_id: 'new-app', contract: 'partner' })).data).toEqual({ echo: 'unsaid' });
    expect(network.documents[0]?.adoption).toBe('log');
  });

  test('whoever shows no token may send what belongs to everybody, and is told apart by contract', async () => {
    expect((await send({ documentId: hash(kind) })).data).toEqual({ kind: 'NOVEL' });
    expect((await send({ documentId: hash(echo) })).data).toBeNull();
    expect(outcomes()).toEqual(['trusted Kind', 'unknown']);
  });

  test('a contract can be held to registered documents as well', async () => {
    const { errors } = await send({ query: '{ echo }' }, { client_id: 'cli', contract: 'reporting' });
    expect(errors[0]?.message).toMatch(/registered documents only/);
  });
});

describe('the gateway does not start on', () => {
  const wrongHash = { ...manifest('a', 'log', {}), documents: { [hash('{ a }')]: { name: 'A', text: '{ b }' } } };
  test.each([
    ['a document that is not what its hash says', wrongHash, /is not what its hash says/],
    ['an adoption that does not exist', manifest('a', 'perhaps', {}), /no manifest/],
    ['half a file', '{ "client":', /no manifest/],
  ])('%s', async (_what, content, says) => {
    await expect(folderOf(content).then(readManifests)).rejects.toThrow(says);
  });

  test('a folder that is not there', async () => {
    await expect(readManifests('/nowhere/at/all')).rejects.toThrow(/Run "npm run schema:documents"/);
  });
});
