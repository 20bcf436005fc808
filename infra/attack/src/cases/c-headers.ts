import { harmless, nothingFor, status } from './expectation.ts';
import { messages } from './messages.ts';
import type { AttackCase } from './shapes.ts';

const good = JSON.stringify({ query: '{ branches { id } }' });
const protectedList = JSON.stringify({ query: '{ companies(first: 1) { totalCount } }' });

/** C: methods, addresses and headers. */
export const headerCases: readonly AttackCase[] = [
  ...messages('C6', [
    ...['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'].map((method) => [method, status(404, 405), { method }, ''] as const),
    ...['TRACE', 'PROPFIND', 'MKCOL', 'LOCK', 'PURGE'].map((method) => [method, status(400, 404, 405), { method }, ''] as const),
    ['a method in the header', status(200), { headers: { 'x-http-method-override': 'DELETE' } }, good],
  ]),
  ...messages('C7', [
    ['an address that is not there', status(404), { path: '/graphql/../admin' }, good],
    ['an address that cannot be decoded', status(400, 404), { path: '/%c0%af' }, good],
    ['an address of 10 KB', status(404, 414, 400), { path: `/${'a'.repeat(10_000)}` }, good],
    ['a path out of the site', status(400, 403, 404), { method: 'GET', path: '/..%2f..%2f..%2fetc/passwd' }, ''],
    ['a path with a NUL', status(400, 404), { method: 'GET', path: '/a%00.html' }, ''],
    ['a path with backslashes', status(400, 403, 404), { method: 'GET', path: '/..%5c..%5cpackage.json' }, ''],
    ['the source of the gateway', status(404), { method: 'GET', path: '/src/main.ts' }, ''],
    ['a secret file', status(404), { method: 'GET', path: '/.env' }, ''],
    ['the prototype of a route', status(404), { method: 'GET', path: '/__proto__' }, ''],
    ['a GraphiQL that is off in production', status(404), { method: 'GET', path: '/graphiql', headers: { accept: 'text/html' } }, ''],
    ['a path with a semicolon', status(404), { path: '/graphql;a=b' }, good],
    ['a path in capitals', status(404), { path: '/GRAPHQL' }, good],
    ['a path with a slash behind it', status(404, 200), { path: '/graphql/' }, good],
    ['two slashes', status(404, 200), { path: '//graphql' }, good],
  ]),
  ...messages('C8', [
    ['an answer as HTML', status(406), { headers: { accept: 'text/html' } }, good],
    ['an answer as an event stream', status(406), { headers: { accept: 'text/event-stream' } }, good],
    ['an answer in parts', status(406), { headers: { accept: 'multipart/mixed; deferSpec=20220824' } }, good],
    ['an answer that nobody wants', status(406), { headers: { accept: 'application/json;q=0' } }, good],
    ['10,000 wishes for an answer', status(406, 431), { headers: { accept: Array(3_000).fill('a/b').join(',') } }, good],
    ['a weight that is no number', harmless, { headers: { accept: 'application/json;q=NaN' } }, good],
    ['a language of 10 KB', status(200), { headers: { 'accept-language': 'fr;q=1,'.repeat(1_400) } }, good],
    ['a language that is an attack', status(200), { headers: { 'accept-language': '__proto__;q=9e99, ../../fr;q=-1' } }, good],
  ]),
  ...messages('C12', [
    ['a foreign host', status(200), { headers: { host: 'evil.invalid' } }, good],
    [
      'a foreign forwarded host',
      status(200),
      { headers: { 'x-forwarded-host': 'evil.invalid', 'x-forwarded-proto': 'https', 'x-forwarded-for': '127.0.0.1' } },
      good,
    ],
    ['another address by header', status(200), { headers: { 'x-original-url': '/admin', 'x-rewrite-url': '/admin' } }, good],
    ['a request id of the client', status(200), { headers: { 'x-request-id': '"}\n{"forged":true'.replace('\n', ' ') } }, good],
    [
      'a trace of the client that is none',
      status(200),
      { headers: { traceparent: '00-ffffffffffffffffffffffffffffffff-ffffffffffffffff-ff-extra' } },
      good,
    ],
    ['baggage of 8 KB', status(200), { headers: { baggage: `a=${'b'.repeat(8_000)}` } }, good],
    ['a foreign origin', status(200), { headers: { origin: 'https://evil.invalid' } }, good],
    [
      'a preflight of a foreign origin',
      status(404, 405),
      { method: 'OPTIONS', headers: { origin: 'https://evil.invalid', 'access-control-request-method': 'POST' } },
      '',
    ],
    ['an origin null', status(200), { headers: { origin: 'null' } }, good],
    [
      'an identity of the client’s own making',
      nothingFor('anonymous'),
      { headers: { 'x-network-identity': 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJzdGFmZiJ9.x' } },
      protectedList,
    ],
    [
      'a user of the client’s own making',
      nothingFor('anonymous'),
      { headers: { 'x-user': 'staff', 'x-scopes': 'members:read', 'x-forwarded-user': 'staff' } },
      protectedList,
    ],
    [
      'a contract of the client’s own making',
      nothingFor('anonymous'),
      { headers: { 'x-contract': 'internal', 'x-hub': 'US' } },
      protectedList,
    ],
    ['a cookie', nothingFor('anonymous'), { headers: { cookie: 'session=staff; token=staff' } }, protectedList],
  ]),
];
