import type { Pieces } from '../wire/raw-exchange.ts';
import { bodies, nest } from './case.ts';
import { harmless, refused, status } from './expectation.ts';
import type { AttackCase } from './shapes.ts';

const body = JSON.stringify({ query: '{ branches { id } }' });
const end = '\r\n\r\n';
type Line = readonly [title: string, statuses: readonly number[], pieces: (head: string) => Pieces];

/** The head of a good request, but for its length: everybody's own token is in it. */
const headOf = (host: string, token: string | undefined) =>
  [`POST /graphql HTTP/1.1`, `Host: ${host}`, 'Content-Type: application/json', ...(token ? [`Authorization: Bearer ${token}`] : [])].join(
    '\r\n',
  );
const length = `\r\nContent-Length: ${body.length}`;

/** C: what no HTTP library would send, byte by byte. */
export const connectionCases: readonly AttackCase[] = [
  ...connections('C10', [
    [
      'a length and chunks',
      [400],
      (head) => [`${head}${length}\r\nTransfer-Encoding: chunked${end}0\r\n\r\nGET /admin HTTP/1.1\r\nHost: x\r\n\r\n`],
    ],
    ['chunks and a length', [400], (head) => [`${head}\r\nTransfer-Encoding: chunked${length}${end}${body}`]],
    ['two different lengths', [400], (head) => [`${head}${length}\r\nContent-Length: 5${end}${body}`]],
    ['the same length twice', [400], (head) => [`${head}${length}${length}${end}${body}`]],
    ['two lengths in one line', [400], (head) => [`${head}\r\nContent-Length: ${body.length}, 5${end}${body}`]],
    ['a length with a sign', [400], (head) => [`${head}\r\nContent-Length: +${body.length}${end}${body}`]],
    ['a negative length', [400], (head) => [`${head}\r\nContent-Length: -1${end}${body}`]],
    ['a length in words', [400], (head) => [`${head}\r\nContent-Length: many${end}${body}`]],
    ['a length beyond numbers', [400, 413], (head) => [`${head}\r\nContent-Length: 99999999999999999999${end}${body}`]],
    ['a length of a gigabyte', [413], (head) => [`${head}\r\nContent-Length: 1073741824${end}${body}`]],
    ['a length that is too small', [400], (head) => [`${head}\r\nContent-Length: 5${end}${body}`]],
    ['chunks in a strange spelling', [400], (head) => [`${head}\r\nTransfer-Encoding: xchunked${end}${body}`]],
    [
      'chunks after a tab',
      [400, 200],
      (head) => [`${head}\r\nTransfer-Encoding:\tchunked${end}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`],
    ],
    ['chunks twice', [400], (head) => [`${head}\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity${end}${body}`]],
    ['a chunk of a wrong size', [400], (head) => [`${head}\r\nTransfer-Encoding: chunked${end}zz\r\n${body}\r\n0\r\n\r\n`]],
    [
      'a chunk with an extension of 20 KB',
      [400, 413],
      (head) => [`${head}\r\nTransfer-Encoding: chunked${end}5;${'a'.repeat(20_000)}\r\nhello\r\n0\r\n\r\n`],
    ],
    ['a folded header', [400], (head) => [`${head}\r\nX-A: b\r\n c${length}${end}${body}`]],
    ['a header with a blank before its colon', [400], (head) => [`${head}\r\nContent-Length : ${body.length}${end}${body}`]],
    ['a header without a colon', [400], (head) => [`${head}\r\nnothing${length}${end}${body}`]],
    ['a header with a NUL', [400], (head) => [`${head}\r\nX-A: a\u0000b${length}${end}${body}`]],
    ['a header with a bare line feed', [400], (head) => [`${head}\nX-A: b${length}${end}${body}`]],
    ['a header with a bare carriage return', [400], (head) => [`${head}\r\nX-A: b\rX-B: c${length}${end}${body}`]],
    ['a header of 17 KB', [431], (head) => [`${head}\r\nX-A: ${'a'.repeat(17 * 1024)}${length}${end}${body}`]],
    [
      '3,000 headers',
      [431, 400],
      (head) => [`${head}${Array.from({ length: 3_000 }, (_, n) => `\r\nX-${n}: a`).join('')}${length}${end}${body}`],
    ],
    ['two hosts', [200, 400, 401], (head) => [`${head}\r\nHost: evil.invalid${length}${end}${body}`]],
    ['no host', [400], () => [`POST /graphql HTTP/1.1\r\nContent-Type: application/json${length}${end}${body}`]],
    [
      'two Authorization headers',
      [200, 400, 401],
      (head) => [`${head}\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b${length}${end}${body}`],
    ],
    ['HTTP 0.9', [400, 405], () => ['GET /graphql\r\n\r\n']],
    ['HTTP 1.0', [200, 401], (head) => [`${head.replace('HTTP/1.1', 'HTTP/1.0')}${length}${end}${body}`]],
    ['HTTP 2 without asking', [400], () => ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']],
    ['HTTP 9.9', [400], (head) => [`${head.replace('HTTP/1.1', 'HTTP/9.9')}${length}${end}${body}`]],
    ['a TLS hello', [400], () => [Buffer.from('16030100c8010000c403030123456789abcdef', 'hex'), end]],
    ['a proxy protocol line', [400], () => ['PROXY TCP4 10.0.0.1 10.0.0.2 1 2\r\n\r\n']],
    ['bytes by chance', [400], () => [Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 31) % 256))]],
    ['an address with blanks', [400], () => ['POST /graph ql HTTP/1.1\r\nHost: a\r\n\r\n']],
    ['an absolute address', [200, 404, 400, 401, 405], () => ['GET http://evil.invalid/graphql HTTP/1.1\r\nHost: evil.invalid\r\n\r\n']],
    ['CONNECT', [], () => ['CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1:22\r\n\r\n']],
    [
      'an upgrade to WebSocket',
      [200, 400, 404, 405],
      (head) => [
        `${head.replace('POST', 'GET')}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13${end}`,
      ],
    ],
    ['an expectation that is none', [200, 417, 400, 401], (head) => [`${head}\r\nExpect: 999-nothing${length}${end}${body}`]],
  ]),
  ...connections('C9', [
    ['a head that comes in drops', [408, 400], (head) => [...[...head.slice(0, 40)].flatMap((sign) => [sign, 400])]],
    ['a body that comes in drops', [408, 400], (head) => [`${head}${length}${end}`, ...[...body].flatMap((sign) => [sign, 600])]],
    ['a body that never comes', [408, 400], (head) => [`${head}${length}${end}`]],
  ]).map((one) => ({ ...one, at: 'gateway' as const })),
  ...connections('C9b', [['a head that never ends, at a subgraph', [], (head) => [head]]]).map((one) => ({
    ...one,
    at: 'subgraphs' as const,
  })),
  ...bodies('C14', refused, [
    ['nothing at all', ''],
    ['a list of requests', `[${body},${body}]`],
    ['a list of 1,000 requests', () => `[${Array(1_000).fill(body).join(',')}]`],
    ['an empty list', '[]'],
    ['null', 'null'],
    ['a text', '"{ branches { id } }"'],
    ['a number', '7'],
    ['true', 'true'],
    ['an empty object', '{}'],
    ['a query that is a list', '{"query":["{ branches { id } }"]}'],
    ['a query that is an object', '{"query":{"toString":"x"}}'],
    ['a query that is null', '{"query":null}'],
    ['an empty query', '{"query":""}'],
    ['a query of blanks', '{"query":"   "}'],
    ['variables that are a list', '{"query":"{ branches { id } }","variables":[]}'],
    ['variables that are a text', '{"query":"{ branches { id } }","variables":"{}"}'],
    ['variables that are a number', '{"query":"{ branches { id } }","variables":7}'],
    ['extensions that are a text', '{"query":"{ branches { id } }","extensions":"x"}'],
    ['half of a JSON', '{"query":"{ programs'],
    ['JSON with a comma too many', '{"query":"{ branches { id } }",}'],
    ['JSON in single quotes', "{'query':'{ branches { id } }'}"],
    ['JSON with comments', '{/* x */"query":"{ branches { id } }"}'],
    ['NaN', '{"query":NaN}'],
    ['50,000 brackets', () => nest(50_000, '[', '', ']')],
    ['100,000 objects within one another', () => nest(40_000, '{"a":', '1', '}')],
    ['a byte order mark before the JSON', () => Buffer.from(`\ufeff{"query":7}`)],
    ['two JSON texts', `${body}${body}`],
  ]),
  ...bodies('C15', harmless, [
    ['query twice', '{"query":"{ nothing }","query":"{ branches { id } }"}'],
    ['__proto__ in the body', '{"__proto__":{"query":"{ nothing }","polluted":true},"query":"{ branches { id } }"}'],
    ['constructor in the body', '{"constructor":{"prototype":{"polluted":true}},"query":"{ branches { id } }"}'],
    ['__proto__ in extensions', '{"query":"{ branches { id } }","extensions":{"__proto__":{"polluted":true}}}'],
    [
      '5,000 keys that nobody knows',
      () => `{"query":"{ branches { id } }"${Array.from({ length: 5_000 }, (_, n) => `,"k${n}":1`).join('')}}`,
    ],
    ['a deep key that nobody knows', () => `{"query":"{ branches { id } }","x":${nest(20_000, '[', '', ']')}}`],
  ]),
];

function connections(family: string, lines: readonly Line[]): AttackCase[] {
  return lines.map(([title, statuses, pieces], index) => ({
    id: `${family}.${index + 1}`,
    title,
    expects: statuses.length > 0 ? status(...statuses) : harmless,
    body: () => '',
    mayBeCut: title === 'CONNECT',
    pieces: (host, token) => pieces(headOf(host, token)),
  }));
}
