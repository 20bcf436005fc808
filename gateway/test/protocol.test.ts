import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { type AuditResult, auditServer } from 'graphql-http';
import helmet from 'helmet';
import { library } from './support/library.ts';
import { type Answer, SmallNetwork } from './support/small-network.ts';

let network: SmallNetwork;
let production: SmallNetwork;
beforeAll(async () => {
  [network, production] = await Promise.all([SmallNetwork.start(library), SmallNetwork.start(library, { NODE_ENV: 'production' })]);
});
afterAll(() => Promise.all([network?.close(), production?.close()]));

describe('GraphQL over HTTP, by the audit of its authors', () => {
  let results: AuditResult[];
  beforeAll(async () => {
    results = await auditServer({ url: `${network.url}/graphql` });
  });
  const having = (status: AuditResult['status']) => results.flatMap((result) => (result.status === status ? [result.name] : []));

  test('is kept in everything that must and everything that should be', () => {
    expect(having('error')).toEqual([]);
    expect(having('warn')).toEqual([]);
    expect(having('ok').length).toBeGreaterThan(50);
  });

  test('lacks of what may be only questions by GET: a link must not be able to ask', () => {
    expect(having('notice')).toEqual([
      'MAY accept application/x-www-form-urlencoded formatted GET requests',
      'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
      'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
    ]);
  });
});

const times = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, index) => part(index)).join(' ');
const circle = (levels: number) => `${'{ fields { type '.repeat(levels)}{ name }${' } }'.repeat(levels)}`;
const send = (path: string, init: RequestInit = {}) => fetch(`${production.url}${path}`, init);

interface Finding {
  readonly ask: () => Promise<Pick<Answer, 'status' | 'text'>>;
  /** What must be in the answer, and what would be the finding. */
  readonly says: RegExp;
  readonly finding: RegExp;
}

const asking = (query: string, finding: RegExp, says = /BAD_USER_INPUT/): Finding => ({ ask: () => production.ask(query), says, finding });
const raw = (finding: RegExp, says: RegExp, path: string, init?: RequestInit): Finding => ({
  ask: async () => {
    const response = await send(path, init);
    return { status: response.status, text: await response.text() };
  },
  says,
  finding,
});
const html = { headers: { accept: 'text/html' } };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const formBody = new URLSearchParams({ query: '{ echo }' }).toString();

/** What a well-known auditing tool looks for, in our words, with the requests it sends. */
const findings: Record<string, Finding> = {
  'a hundred aliases': asking(`{ ${times(101, (index) => `alias${index}:__typename`)} }`, /alias100/),
  'a field five hundred times': asking(`{ ${times(500, () => '__typename')} }`, /"Query"/),
  'many operations in one request': {
    ask: () => production.post(JSON.stringify(Array(10).fill({ query: '{ __typename }' }))),
    says: /BAD_USER_INPUT/,
    finding: /"Query"/,
  },
  'a directive ten times': asking('{ __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }', /(Unknown directive.*){2}/s),
  'fragments in a circle': asking(
    '{ __schema { ...A } } fragment A on __Schema { __typename ...B } fragment B on __Schema { ...A }',
    /"data"/,
  ),
  'the schema in circles': asking(`{ __schema { types ${circle(4)} } }`, /"types"/),
  'the schema, by nobody in particular': asking(getIntrospectionQuery(), /"types"/, /UNAUTHENTICATED/),
  'a type, by nobody in particular': asking('{ __type(name: "Book") { fields { name } } }', /price/, /UNAUTHENTICATED/),
  'the name of a field, nearly right': asking('{ book(id: "1") { titl } }', /title|Did you mean/),
  'the name of a field of the schema, nearly right': asking('{ __schema { directive } }', /directives|Did you mean/),
  'a question by GET': raw(/"Query"/, /BAD_USER_INPUT/, '/graphql?query={__typename}'),
  'a change by GET': raw(/"data"/, /BAD_USER_INPUT/, '/graphql?query=mutation{__typename}'),
  'a form of another site': raw(/"data"/, /BAD_USER_INPUT/, '/graphql', { method: 'POST', headers: form, body: formBody }),
  'a form in plain text': raw(/"data"/, /BAD_USER_INPUT/, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: '{"query":"{ echo }"}',
  }),
  'how long things took': asking('{ __typename }', /tracing|exception|stack/i, /"Query"/),
  'an error nobody caught': asking('qwerty cop { abc }', /exception|stack|node_modules|\.ts\b/),
  ...Object.fromEntries(
    ['/graphiql', '/playground', '/console', '/graphql'].map((path) => [
      `a page to ask from at ${path}`,
      raw(/graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/, /./, path, html),
    ]),
  ),
};

describe('in production whoever looks for', () => {
  test.each(Object.keys(findings))('%s finds nothing', async (what) => {
    const { ask, says, finding } = findings[what] as Finding;
    const { status, text } = await ask();
    expect(text).not.toMatch(finding);
    expect(text).toMatch(says);
    expect(status).toBeLessThan(500);
  });

  test('finds the schema with a token that may read it', async () => {
    const headers = { authorization: `Bearer ${await production.issuer.token({ scope: 'schema:read' })}` };
    const { data } = await production.ask(getIntrospectionQuery(), { headers });
    expect(data.__schema.types.length).toBeGreaterThan(10);
  });
});

test('while developing, the schema is open, and the one who mistypes is told the right name', async () => {
  expect((await network.ask('{ __schema { queryType { name } } }')).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  expect((await network.ask('{ book(id: "1") { titl } }')).errors[0]?.message).toContain('title');
});

test('no header by which helmet keeps browsers careful is missing', async () => {
  const model = createServer((request, response) => helmet()(request, response, () => response.end()));
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
  try {
    const { headers } = await fetch(`http://127.0.0.1:${(model.address() as AddressInfo).port}`);
    const ofTransport = ['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding'];
    const wanted = [...headers.keys()].filter((name) => !ofTransport.includes(name));
    const ours = (await send('/health/live')).headers;
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.filter((name) => !ours.has(name))).toEqual([]);
  } finally {
    model.close();
  }
});
