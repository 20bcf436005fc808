// A server that does one thing wrong, which the attack must see. Started as a process of its own, with a witness in it.
import { createServer } from 'node:http';
import { connect } from 'node:net';
import pg from 'pg';

const fault = process.argv[2];
const codeOf = (code, message = 'Send something else.') => ({ errors: [{ message, extensions: { code } }] });
const sound = codeOf('BAD_USER_INPUT');
const kept = [];
let count = 0;

const json = (response, body, status = 400, headers = {}) =>
  response
    .writeHead(status, { 'content-type': 'application/json', 'x-request-id': `planted-${count}`, ...headers })
    .end(JSON.stringify(body));

const faults = {
  none: (response) => json(response, sound),
  'a failure of ours': (response) => json(response, codeOf('INTERNAL'), 500),
  'a cut connection': (response) => response.destroy(),
  'no answer': () => {},
  'a page for people': (response) => response.writeHead(400, { 'content-type': 'text/html' }).end('<h1>Bad Request</h1>'),
  'a code of its own': (response) => json(response, codeOf('GRAPHQL_VALIDATION_FAILED')),
  'no code': (response) => json(response, { errors: [{ message: 'no' }] }),
  'six errors': (response) => json(response, { errors: Array(6).fill(sound.errors[0]) }),
  'a long error': (response) => json(response, codeOf('BAD_USER_INPUT', 'x'.repeat(5_000))),
  'the mask is off': (response) => json(response, codeOf('BAD_USER_INPUT', new Error('x').stack)),
  'SQL in a message': (response) => json(response, codeOf('BAD_USER_INPUT', 'SELECT id, secret FROM company WHERE id = $1')),
  'words of the database': (response) => json(response, codeOf('BAD_USER_INPUT', 'duplicate key value violates unique constraint')),
  'the name of a constraint': (response) => json(response, codeOf('BAD_USER_INPUT', 'no: company_name_trigrams')),
  'a fetcher that passes on what it hears': (response) => json(response, codeOf('BAD_USER_INPUT', '500: http://10.0.0.7:5001/graphql')),
  'a suggestion': (response) => json(response, codeOf('BAD_USER_INPUT', 'Cannot query field "turnove". Did you mean "turnover"?')),
  "another's figures": (response) => json(response, { data: { company: { turnover: '7 310 911 551 000,17' } } }, 200),
  "another's figures in a header": (response) => json(response, sound, 400, { 'x-hint': '731091155100017' }),
  'a call before the refusal': async (response) => {
    const claims = Buffer.from(JSON.stringify({ txn: `planted-${count}` })).toString('base64url');
    await fetch(`http://127.0.0.1:${port}/quiet`, { headers: { 'x-network-identity': `x.${claims}.x` } });
    json(response, sound);
  },
  'a statement before the refusal': (response) => {
    new pg.Client().query('SELECT 1').catch(() => {});
    json(response, codeOf('UNAUTHENTICATED'), 401);
  },
  'a report to somebody far away': (response) => {
    // An address of documentation, to which no way leads.
    connect(9, '2001:db8::1').on('error', () => {});
    json(response, sound);
  },
  'a name that is looked up elsewhere': (response) => {
    fetch('http://telemetry.invalid/report').catch(() => {});
    json(response, sound);
  },
  'an open door': (response) => json(response, { data: { __typename: 'Query' } }, 200),
  'a long stand-still': (response) => {
    const end = performance.now() + 2_000;
    while (performance.now() < end);
    json(response, sound);
  },
  'much out of little': (response) => json(response, codeOf('BAD_USER_INPUT', 'x'.repeat(40_000))),
  'a new word for every object': (response) => {
    // biome-ignore lint/suspicious/noPrototypeBuiltins: this is the fault.
    if (!Object.prototype.hasOwnProperty('polluted'))
      Object.defineProperty(Object.prototype, 'polluted', { value: true, configurable: true });
    json(response, sound);
  },
  'everything is kept': (response) => {
    kept.push(Array.from({ length: 1_500_000 }, (_, index) => index + count / 7));
    json(response, sound);
  },
  'every tenth is lost': (response) =>
    count % 10 === 0 ? json(response, codeOf('OVERLOADED'), 503) : json(response, { data: { viewer: { contract: 'public' } } }, 200),
};

const server = createServer((request, response) => {
  request.resume();
  if (request.url === '/quiet') return response.end();
  count += 1;
  request.once('end', () => faults[fault](response));
});
let port = 0;
server.listen(0, '127.0.0.1', () => {
  port = server.address().port;
  process.send(port);
});
