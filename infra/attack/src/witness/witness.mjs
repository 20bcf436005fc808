// Loaded into a process under attack before its own code (NODE_OPTIONS=--import): sees from within what no answer tells.
import { subscribe } from 'node:diagnostics_channel';
import dns from 'node:dns';
import { createRequire } from 'node:module';
import { createServer, Socket } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const folder = new URL(import.meta.url).searchParams.get('in');
const knownKeys = new Set(Object.getOwnPropertyNames(Object.prototype));
const loop = monitorEventLoopDelay({ resolution: 2 });
loop.enable();

// How many fetches went out to subgraphs for one request, by the request id that the identity token carries.
const fetches = new Map();
subscribe('undici:request:create', ({ request }) => {
  const token = headerOf(request.headers, 'x-network-identity');
  if (token === undefined) return;
  const { txn } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  if (fetches.size > 10_000) fetches.clear();
  fetches.set(txn, (fetches.get(txn) ?? 0) + 1);
});

// Whom the process looked up or called outside this machine since it began; a vendor's telemetry would be among them.
const strangers = new Set();
const isOfThisMachine = (host) => /^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+|0\.0\.0\.0)$/.test(host);
const note = (host) => {
  if (typeof host === 'string' && host !== '' && !isOfThisMachine(host)) strangers.add(host);
};
const { connect } = Socket.prototype;
Socket.prototype.connect = function noted(...all) {
  const [first, second] = Array.isArray(all[0]) ? all[0] : all;
  note(typeof first === 'object' ? (first.path === undefined ? first.host : undefined) : typeof second === 'string' ? second : undefined);
  return connect.apply(this, all);
};
const { lookup } = dns;
dns.lookup = (host, ...more) => {
  note(host);
  return lookup(host, ...more);
};

let statements = 0;
const { Client } = createRequire(import.meta.url)('pg');
const { query } = Client.prototype;
Client.prototype.query = function counted(...all) {
  statements += 1;
  return query.apply(this, all);
};

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

createServer((socket) => {
  let text = '';
  socket.setEncoding('utf8').on('error', () => socket.destroy());
  socket.on('data', (part) => {
    text += part;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      const { request, clean } = JSON.parse(text.slice(0, end));
      text = text.slice(end + 1);
      socket.write(`${JSON.stringify(reading(request, clean))}\n`);
    }
  });
})
  .listen(`${folder}/${process.pid}.sock`)
  .unref();

function reading(request, clean) {
  if (clean) collect();
  const { rss, heapUsed } = process.memoryUsage();
  const seen = {
    blockMs: loop.max / 1e6,
    fetches: fetches.get(request) ?? 0,
    statements,
    rss,
    heapUsed,
    strangers: [...strangers],
    newPrototypeKeys: Object.getOwnPropertyNames(Object.prototype).filter((key) => !knownKeys.has(key)),
  };
  loop.reset();
  statements = 0;
  return seen;
}

function headerOf(headers, name) {
  if (Array.isArray(headers)) {
    const at = headers.findIndex((one, index) => index % 2 === 0 && String(one).toLowerCase() === name);
    return at < 0 ? undefined : String(headers[at + 1]);
  }
  return new RegExp(`^${name}: (.+)\\r?$`, 'im').exec(String(headers))?.[1]?.trim();
}
