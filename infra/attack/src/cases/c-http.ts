import { gzipSync } from 'node:zlib';
import { harmless, status } from './expectation.ts';
import { messages } from './messages.ts';
import type { AttackCase } from './shapes.ts';

const good = JSON.stringify({ query: '{ branches { id } }' });
const write = JSON.stringify({
  query:
    'mutation { resignMembership(input: { idempotencyKey: "c", companyId: "company_00000000000000000000000000", expectedVersion: 1 }) { __typename } }',
});
const boundary = '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{"query":"{ branches { id } }"}\r\n--x--\r\n';
const asked = `/graphql?query=${encodeURIComponent('{ branches { id } }')}`;

/** C: what HTTP allows and a client of ours never does. */
export const httpCases: readonly AttackCase[] = [
  ...messages('C1', [
    ['GET', status(405), { method: 'GET', path: asked }, ''],
    ['GET with a JSON type', status(405), { method: 'GET', path: asked, headers: { 'content-type': 'application/json' } }, ''],
    [
      'GET with a preflight header of Apollo',
      status(405),
      { method: 'GET', path: asked, headers: { 'apollo-require-preflight': 'true' } },
      '',
    ],
    ['a mutation by GET', status(405), { method: 'GET', path: `/graphql?query=${encodeURIComponent('mutation { __typename }')}` }, ''],
    ['GET with a body', status(405, 400), { method: 'GET' }, good],
    ['a query in the address of a POST', status(400), { path: asked }, ''],
    [
      'one query in the address and another in the body',
      status(200),
      { path: `/graphql?query=${encodeURIComponent('{ nothing }')}` },
      good,
    ],
    ['one parameter twice', status(405), { method: 'GET', path: '/graphql?query=a&query=b' }, ''],
  ]),
  ...messages('C2', [
    ['a form', status(415), { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 'query=%7B+programs+%7B+id+%7D+%7D'],
    ['JSON as plain text', status(415), { headers: { 'content-type': 'text/plain' } }, good],
    ['a mutation as plain text', status(415), { headers: { 'content-type': 'text/plain' } }, write],
    ['a mutation as a form with files', status(415), { headers: { 'content-type': 'multipart/form-data; boundary=x' } }, boundary],
    [
      'a form with files and a preflight header',
      status(415),
      { headers: { 'content-type': 'multipart/form-data; boundary=x', 'apollo-require-preflight': '1' } },
      boundary,
    ],
    ['an empty type', status(415), { headers: { 'content-type': '' } }, good],
    [
      'a type of another world',
      status(415),
      { headers: { 'content-type': 'application/xml' } },
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    ],
    ['a type with a second one behind it', status(415, 200), { headers: { 'content-type': 'text/plain; application/json' } }, good],
    ['a type of 8 KB', status(415), { headers: { 'content-type': `application/json${'x'.repeat(8_000)}` } }, good],
    ['a JSON of another kind', status(415), { headers: { 'content-type': 'application/merge-patch+json' } }, good],
  ]),
  ...messages('C3', [
    ['application/graphql', status(415), { headers: { 'content-type': 'application/graphql' } }, '{ branches { id } }'],
    ['application/graphql+json', status(415), { headers: { 'content-type': 'application/graphql+json' } }, good],
    ['YAML', status(415), { headers: { 'content-type': 'application/yaml' } }, 'query: "{ branches { id } }"'],
  ]),
  ...messages('C4', [
    ['charset utf-7', status(415), { headers: { 'content-type': 'application/json; charset=utf-7' } }, good],
    [
      'charset utf-16',
      status(415),
      { headers: { 'content-type': 'application/json; charset=utf-16' } },
      () => Buffer.from(good, 'utf16le'),
    ],
    ['charset utf-32', status(415), { headers: { 'content-type': 'application/json; charset=utf-32' } }, good],
    ['charset iso-8859-1', status(415), { headers: { 'content-type': 'application/json; charset=iso-8859-1' } }, good],
    ['a charset that is none', status(415), { headers: { 'content-type': 'application/json; charset=constructor' } }, good],
    ['two charsets', status(415), { headers: { 'content-type': 'application/json; charset=utf-8; charset=utf-7' } }, good],
    ['UTF-16 that is called JSON', status(400), {}, () => Buffer.from(`\ufeff${good}`, 'utf16le')],
    [
      'a cut character',
      status(400),
      {},
      () => Buffer.concat([Buffer.from('{"query":"{ branches { id } } #'), Buffer.from([0xc3]), Buffer.from('"}')]),
    ],
    [
      'an overlong character',
      status(400),
      {},
      () => Buffer.concat([Buffer.from('{"query":"{ branches { id } } #'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]),
    ],
    [
      'a surrogate in UTF-8',
      status(400),
      {},
      () => Buffer.concat([Buffer.from('{"query":"{ branches { id } } #'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
    ],
    [
      'a byte that never stands in UTF-8',
      status(400),
      {},
      () => Buffer.concat([Buffer.from('{"query":"{ branches { id } } #'), Buffer.from([0xff]), Buffer.from('"}')]),
    ],
    ['bytes by chance', status(400), {}, () => Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7919) % 256))],
  ]),
  ...messages('C5', [
    ['a gzip bomb of 50 MB', status(415), { headers: { 'content-encoding': 'gzip' } }, () => gzipSync(Buffer.alloc(50 * 1024 * 1024))],
    ['gzip that is none', status(415), { headers: { 'content-encoding': 'gzip' } }, good],
    ['gzip ten times', status(415), { headers: { 'content-encoding': Array(10).fill('gzip').join(', ') } }, good],
    ['an unknown encoding', status(415), { headers: { 'content-encoding': 'xyz' } }, good],
    ['brotli', status(415), { headers: { 'content-encoding': 'br' } }, good],
    ['257 KB', status(413), {}, () => `{"query":"{ branches { id } }","x":"${'x'.repeat(257 * 1024)}"}`],
    ['3 MB', status(413), {}, () => 'x'.repeat(3 * 1024 * 1024)],
    ['5 MB', harmless, {}, () => `{"query":"${'x'.repeat(5 * 1024 * 1024)}"}`],
  ]),
];
