import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';
import { createRemoteJWKSet, decodeJwt, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { createProvider } from '../src/issuer/provider.ts';
import { createIssuerServer } from '../src/issuer/server.ts';
import { signIn } from '../src/issuer/sign-in.ts';
import { type Persona, personaByKey, personas } from '../src/personas.ts';
import { freePort } from '../src/processes/free-port.ts';
import { runTypeScript } from '../src/stack/programs.ts';

const gatewayUrl = 'http://127.0.0.1:4000';
const secrets = new Map([
  ['hub-maroc', 'secret-of-maroc-0000000000'],
  ['hub-usa', 'secret-of-usa-000000000000'],
  ['hub-asia', 'secret-of-asia-00000000000'],
]);
let issuer: string;
let server: Server;

beforeAll(async () => {
  issuer = `http://127.0.0.1:${await freePort()}`;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'of-the-test' };
  const provider = createProvider({ issuer, gatewayUrl, keys: { jwks: { keys: [key] }, cookieSecret: 'x'.repeat(32) }, secrets });
  server = createIssuerServer(provider, gatewayUrl);
  server.listen(Number(new URL(issuer).port), '127.0.0.1');
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

function persona(key: string): Persona {
  const found = personaByKey(key);
  if (!found) throw new Error(`there is no persona ${key}`);
  return found;
}

async function claimsOf(key: string) {
  const token = await signIn(persona(key), issuer, (client) => secrets.get(client));
  const keys = createRemoteJWKSet(new URL('/jwks', issuer));
  const verified = await jwtVerify(token, keys, {
    issuer,
    audience: 'network-api',
    typ: 'at+jwt',
    algorithms: ['ES256'],
    maxTokenAge: '15 min',
  });
  return verified.payload as Record<string, unknown>;
}

function authorization(changes: Record<string, string> = {}): URL {
  const address = new URL('/auth', issuer);
  const usual = {
    client_id: 'console',
    response_type: 'code',
    redirect_uri: `${gatewayUrl}/callback`,
    scope: 'openid members:read',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  };
  address.search = new URLSearchParams({ ...usual, ...changes }).toString();
  return address;
}

describe('tokens', () => {
  test.each(personas.map(({ key }) => key))(
    '%s gets one that says who they are and what they may, for a quarter of an hour at most',
    async (key) => {
      const expected = persona(key);
      const claims = await claimsOf(key);
      expect(String(claims['scope']).split(' ').sort()).toEqual([...expected.scopes].sort());
      expect(claims).toMatchObject({
        sub: key,
        contract: expected.contract,
        class: expected.class,
        roles: [key],
        client_id: expected.signsIn === 'app' ? key : 'cli',
      });
      expect([claims['branch'], claims['hub']]).toEqual([expected.branch, expected.hub]);
      expect(Number(claims['exp']) - Number(claims['iat'])).toBeLessThanOrEqual(900);
    },
  );

  test('the member’s names their company by its id', async () => {
    expect((await claimsOf('member'))['company']).toBe(encodeId('company', idFromName('company', 'cantepau-aerostructures')));
    expect((await claimsOf('staff'))['company']).toBeUndefined();
  });
});

describe('what is refused', () => {
  const wrong: [string, Record<string, string>, string][] = [
    ['an address to return to that was not registered', { redirect_uri: 'https://elsewhere.invalid/' }, 'invalid_redirect_uri'],
    ['another port of this machine for the console', { redirect_uri: 'http://127.0.0.1:4001/callback' }, 'invalid_redirect_uri'],
    ['an unknown program', { client_id: 'nobody' }, 'invalid_client'],
  ];
  test.each(wrong)('%s, on a page in French and English', async (_title, changes, reason) => {
    const answer = await fetch(authorization(changes), { redirect: 'manual' });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain(reason);
    expect(page).toContain('Connexion impossible');
    expect(page).toContain('Cannot sign in');
  });

  test('a request without PKCE', async () => {
    const address = authorization();
    address.searchParams.delete('code_challenge');
    address.searchParams.delete('code_challenge_method');
    const answer = await fetch(address, { redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? '');
    expect([back.searchParams.get('code'), back.searchParams.get('error')]).toEqual([null, 'invalid_request']);
  });

  test('a hub’s app with a wrong secret', async () => {
    await expect(signIn(persona('hub-usa'), issuer, () => 'guessed')).rejects.toThrow('The issuer gave no token');
  });

  test('scopes that are not a hub’s: its app asks for more and does not get it', async () => {
    const greedy = { ...persona('hub-usa'), scopes: ['export:read', 'fund:manage'] };
    const token = await signIn(greedy, issuer, (client) => secrets.get(client));
    expect(decodeJwt(token)['scope']).toBe('export:read');
  });

  test('a hub’s app as a person, and a person who does not exist', async () => {
    for (const key of ['hub-usa', 'pilot']) {
      await expect(signIn({ ...persona('member'), key }, issuer, () => undefined)).rejects.toThrow(
        'The issuer refused to sign in (HTTP 400',
      );
    }
  });

  test('a page of personas that nobody asked for, without telling how it works inside', async () => {
    const answer = await fetch(new URL('/persona/unknown', issuer));
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/\bat .*\.js/);
  });
});

test('the page of personas loads nothing from anywhere, and lets the console have its code', async () => {
  const first = await fetch(authorization(), { redirect: 'manual' });
  const page = await fetch(new URL(first.headers.get('location') ?? '', issuer), {
    headers: {
      cookie: first.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    },
  });
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/127\.0\.0\.1:4000 /,
  );
  expect(html).not.toMatch(/<script|https?:\/\//);
  for (const persona of personas.filter(({ signsIn }) => signsIn === 'person')) {
    expect(html).toContain(`value="${persona.key}"`);
    expect(html).toContain(persona.name.fr);
    expect(html).toContain(persona.name.en);
  }
  expect(html).toContain('figures:read');
  expect(html).not.toContain('hub-maroc');
});

describe('in one and the same browser', () => {
  const byHand = { client_id: 'graphiql', redirect_uri: `${gatewayUrl}/graphiql/signed-in` };

  /** A browser: keeps cookies, follows redirects within the issuer, and sends the one form that a page sends by itself. */
  function browser() {
    const cookies = new Map<string, string>();
    const visit = async (address: URL, form?: URLSearchParams): Promise<URL> => {
      const cookie = [...cookies].map((entry) => entry.join('=')).join('; ');
      const answer = await fetch(address, { method: form ? 'POST' : 'GET', body: form ?? null, redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=', 2);
        cookies.set(name, value);
      }
      const next = answer.headers.get('location');
      if (next) return new URL(next, issuer);
      const html = await answer.text();
      const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1];
      if (script === undefined) throw new Error(`no way on from ${address}: ${answer.status} ${html}`);
      expect(answer.headers.get('content-security-policy')).toContain(createHash('sha256').update(script).digest('base64'));
      const inputs = [...html.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value] as [string, string],
      );
      return visit(new URL(/action="([^"]+)"/.exec(html)?.[1] ?? '', issuer), new URLSearchParams(inputs));
    };
    /** @returns where it ends: back at the program with a code, or on the page of personas */
    const ask = async (changes: Record<string, string>, persona?: string): Promise<URL> => {
      let place = await visit(authorization(changes));
      if (persona && place.pathname.startsWith('/persona/')) place = await visit(place, new URLSearchParams({ persona }));
      while (place.origin === issuer && !place.pathname.startsWith('/persona/')) place = await visit(place);
      return place;
    };
    return { ask };
  }

  test('one can be a hub’s app by hand; the console does not take that over, and asks', async () => {
    const { ask } = browser();
    expect((await ask(byHand, 'hub-maroc')).searchParams.get('code')).not.toBeNull();
    expect((await ask(byHand)).searchParams.get('code')).not.toBeNull();
    expect((await ask({})).pathname).toMatch(/^\/persona\//);
  });

  test('one can be somebody else after somebody', async () => {
    const { ask } = browser();
    for (const persona of ['staff', 'member', 'hub-usa'])
      expect((await ask({ ...byHand, prompt: 'login' }, persona)).searchParams.get('code')).not.toBeNull();
  });
});

test('only the console’s own origin may call the issuer from a browser', async () => {
  const ask = async (origin: string) => {
    const answer = await fetch(new URL('/token', issuer), {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ client_id: 'console', grant_type: 'authorization_code', code: 'none' }),
    });
    return answer.headers.get('access-control-allow-origin');
  };
  expect(await ask(gatewayUrl)).toBe(gatewayUrl);
  expect(await ask('https://elsewhere.invalid')).toBeNull();
});

const places: [string, Record<string, string>, RegExp][] = [
  ['production', { NODE_ENV: 'production' }, /NODE_ENV is wrong: this issuer lets anyone be anyone and refuses production/],
  [
    'an address that others can reach',
    { HOST: '0.0.0.0' },
    /HOST is wrong: this issuer lets anyone be anyone and listens on this machine only/,
  ],
];
test.each(places)('the issuer refuses %s', async (_title, settings, sentence) => {
  const child = spawn(process.execPath, runTypeScript(path.resolve(import.meta.dirname, '../src/issuer/main.ts')), {
    env: { PATH: process.env['PATH'], PORT: '0', KEYS_DIR: '/nowhere', GATEWAY_URL: gatewayUrl, CLIENT_SECRETS: 'hub-usa=x', ...settings },
  });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
  expect(said).toMatch(sentence);
  expect(said).not.toMatch(/^\s+at /m);
});
