import { createHmac, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importJWK, type JWK, SignJWT } from 'jose';
import type { Arena } from '../arena/arena.ts';
import { status } from './expectation.ts';
import type { AttackCase } from './shapes.ts';

type Forge = (arena: Arena, token: string) => Promise<string> | string;
type Claims = Record<string, unknown>;

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const partsOf = (token: string) => token.split('.').map((part) => part) as [string, string, string];
const claimsOf = (token: string): Claims => JSON.parse(Buffer.from(partsOf(token)[1], 'base64url').toString('utf8')) as Claims;
const now = () => Math.floor(Date.now() / 1000);

/** With the issuer's own key: what it would never say, well signed. */
function signed(change: (claims: Claims) => Claims, head: Claims = {}): Forge {
  return async (arena, token) => {
    const { keys } = (JSON.parse(readFileSync(path.join(arena.stack.directory, 'issuer-keys.json'), 'utf8')) as { jwks: { keys: JWK[] } })
      .jwks;
    const [jwk] = keys;
    if (!jwk) throw new Error('the issuer keeps its keys elsewhere');
    const claims = Object.fromEntries(
      Object.entries({ ...claimsOf(token), ...change(claimsOf(token)) }).filter(([, value]) => value !== undefined),
    );
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: jwk.kid, ...head })
      .sign(await importJWK(jwk, 'ES256'));
  };
}

const unsigned = (alg: string) => (_arena: Arena, token: string) => `${encode({ alg, typ: 'at+jwt' })}.${partsOf(token)[1]}.`;
const retold = (change: Claims) => (_arena: Arena, token: string) =>
  `${partsOf(token)[0]}.${encode({ ...claimsOf(token), ...change })}.${partsOf(token)[2]}`;

async function byPublicKey(arena: Arena, token: string): Promise<string> {
  const keys = await (await fetch(`${arena.stack.issuer}/jwks`)).text();
  const text = `${encode({ alg: 'HS256', typ: 'at+jwt' })}.${partsOf(token)[1]}`;
  return `${text}.${createHmac('sha256', keys).update(text).digest('base64url')}`;
}

async function byOwnKey(_arena: Arena, token: string): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return new SignJWT(claimsOf(token))
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', jwk: publicKey.export({ format: 'jwk' }) as JWK })
    .sign(privateKey);
}

const forgeries: readonly (readonly [string, Forge])[] = [
  ['algorithm none', unsigned('none')],
  ['algorithm None', unsigned('None')],
  ['algorithm nOnE', unsigned('nOnE')],
  ['HS256 with the public keys as the secret', byPublicKey],
  ['a key of its own that it brings along', byOwnKey],
  ['no signature', (_arena, token) => partsOf(token).slice(0, 2).join('.')],
  ['an empty signature', (_arena, token) => `${partsOf(token).slice(0, 2).join('.')}.`],
  ['a signature of zeros', (_arena, token) => `${partsOf(token).slice(0, 2).join('.')}.${Buffer.alloc(64).toString('base64url')}`],
  ['half of a signature', (_arena, token) => token.slice(0, -40)],
  ['a scope more', retold({ scope: 'members:read members:write figures:read' })],
  ['another subject', retold({ sub: 'somebody-else' })],
  ['a longer life', retold({ exp: now() + 86_400 })],
  ['expired', signed(() => ({ iat: now() - 1_000, exp: now() - 100 }))],
  ['not good yet', signed(() => ({ nbf: now() + 600 }))],
  ['from the future', signed(() => ({ iat: now() + 600, exp: now() + 900 }))],
  ['older than fifteen minutes, though not expired', signed(() => ({ iat: now() - 3_600, exp: now() + 3_600 }))],
  ['without expiry', signed(() => ({ exp: undefined }))],
  ['without the time it was made', signed(() => ({ iat: undefined }))],
  ['an expiry in words', signed(() => ({ exp: 'never' }))],
  ['for another audience', signed(() => ({ aud: 'another-api' }))],
  ['for nobody', signed(() => ({ aud: undefined }))],
  ['for a subgraph', signed(() => ({ aud: 'membership' }))],
  ['of another issuer', signed(() => ({ iss: 'https://evil.invalid' }))],
  ['of no issuer', signed(() => ({ iss: undefined }))],
  ['without a subject', signed(() => ({ sub: undefined }))],
  ['of the subject anonymous', signed(() => ({ sub: 'anonymous' }))],
  ['of a subject of 300 signs', signed(() => ({ sub: 'x'.repeat(300) }))],
  ['without a client', signed(() => ({ client_id: undefined }))],
  ['without a contract', signed(() => ({ contract: undefined }))],
  ['with a contract that there is not', signed(() => ({ contract: 'root' }))],
  ['with scopes as a list', signed(() => ({ scope: ['members:read'] }))],
  ['with roles as a text', signed(() => ({ roles: 'admin' }))],
  ['with a class that there is not', signed(() => ({ class: 'royal' }))],
  ['with a company that is an object', signed(() => ({ company: { $ne: null } }))],
  ['an identity token in place of an access token', signed(() => ({}), { typ: 'JWT' })],
  ['no type', signed(() => ({}), { typ: undefined })],
  ['a key that the issuer does not know', signed(() => ({}), { kid: 'unknown' })],
  ['a key id that is a path', signed(() => ({}), { kid: '../../../../dev/null' })],
  ['an address of keys of its own', signed(() => ({}), { jku: 'https://evil.invalid/keys', kid: 'unknown' })],
  ['a token of 9 KB', signed(() => ({ x: 'x'.repeat(9_000) }))],
  ['words', () => 'let me in'],
  ['nothing', () => ''],
  ['two dots', () => '..'],
  ['a line of base64', () => 'QUFBQUFBQUE='],
  ['JSON', () => '{"sub":"staff"}'],
];

const schemes: readonly (readonly [string, Forge])[] = [
  ['Basic', () => 'Basic c3RhZmY6c3RhZmY='],
  ['the scheme alone', () => 'Bearer'],
  ['a good token without its scheme', (_arena, token) => token],
  ['a good token after another scheme', (_arena, token) => `Token ${token}`],
  ['two good tokens', (_arena, token) => `Bearer ${token}, Bearer ${token}`],
  ['a good token and a blank more', (_arena, token) => `Bearer  ${token} x`],
  ['an Authorization of blanks', () => ' '],
  ['DPoP without a proof', (_arena, token) => `DPoP ${token}`],
];

/** F: access tokens that no issuer would give, sent by whoever. They are made from a good token of staff. */
export const tokenCases: readonly AttackCase[] = [
  ...forgeries.map(([title, forge]) => [title, async (arena: Arena, token: string) => `Bearer ${await forge(arena, token)}`] as const),
  ...schemes,
].map(([title, forge], index) => ({
  id: `F1.${index + 1}`,
  title,
  // A contract that nobody serves is no matter of the token.
  expects: title === 'with a contract that there is not' ? status(401, 403) : status(401),
  at: 'gateway',
  body: () => JSON.stringify({ query: '{ programs { id } }' }),
  authorization: async (arena) => forge(arena, (await arena.token('staff')) ?? ''),
}));
