import { randomBytes } from 'node:crypto';
import type { ServiceName } from '@leader/local-stack/stack/services';
import { bodyHash, type IdentityClaims, type IdentityKey, signIdentity } from '@leader/subgraph-kit/identity/identity-token';

export interface EntryParts {
  readonly claims: IdentityClaims;
  readonly key: IdentityKey;
  readonly service: ServiceName;
}

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const other = (key: IdentityKey): IdentityKey => ({ ...key, secret: randomBytes(32) });
const withClaims = (change: (claims: IdentityClaims, now: number) => object) => (parts: EntryParts) =>
  signIdentity({ ...parts.claims, ...change(parts.claims, Math.floor(Date.now() / 1000)) } as IdentityClaims, parts.key);
const tampered = ({ claims, key }: EntryParts) => {
  const [head, , mac] = signIdentity(claims, key).split('.');
  return `${head}.${encode({ ...claims, sub: 'staff', contract: 'internal', scopes: ['members:read', 'figures:read'] })}.${mac}`;
};

/** Ways to stand before a subgraph without the gateway's word for this very request. Each must end at the door. */
export const badEntries: Readonly<Record<string, (parts: EntryParts) => string | undefined>> = {
  'no identity': () => undefined,
  'an empty identity': () => '',
  'words in place of an identity': () => 'let me in, please',
  'two parts in place of three': ({ claims, key }) => signIdentity(claims, key).split('.').slice(0, 2).join('.'),
  'an identity without signature': ({ claims, key }) => `${signIdentity(claims, key).split('.').slice(0, 2).join('.')}.`,
  'algorithm none': ({ claims }) => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.x`,
  'an unknown key': ({ claims, key }) => signIdentity(claims, { ...other(key), kid: 'nobody' }),
  'a key of its own making': ({ claims, key }) => signIdentity(claims, other(key)),
  'claims changed after signing': tampered,
  'the identity of another subgraph': withClaims(({ aud }) => ({ aud: aud === 'membership' ? 'accelerator' : 'membership' })),
  'the identity of another body': withClaims(() => ({ bh: bodyHash('another body') })),
  'an identity without body': withClaims(() => ({ bh: undefined })),
  'an expired identity': withClaims((_claims, now) => ({ iat: now - 120, exp: now - 90 })),
  'an identity from the future': withClaims((_claims, now) => ({ iat: now + 60, exp: now + 90 })),
  'an identity that never expires': withClaims((_claims, now) => ({ exp: now + 86_400 * 365 })),
  'an identity without expiry': withClaims(() => ({ exp: undefined })),
  'an expiry in words': withClaims(() => ({ exp: 'never' })),
  'another issuer': withClaims(() => ({ iss: 'attacker' })),
  'claims that are no object': ({ key }) => signIdentity(null as unknown as IdentityClaims, key),
  'an identity longer than any': withClaims(() => ({ sub: 'x'.repeat(11_400) })),
  'no subject': withClaims(() => ({ sub: undefined })),
  'scopes that are no list': withClaims(() => ({ scopes: 'members:read' })),
  'scopes that are a number': withClaims(() => ({ scopes: 7 })),
  'no scopes': withClaims(() => ({ scopes: undefined })),
  'roles that are no list': withClaims(() => ({ roles: 3 })),
  'no deadline': withClaims(() => ({ dl: undefined })),
  'no request id': withClaims(() => ({ txn: undefined })),
};

/** Signed, for this body and subgraph, yet too late: nobody waits any more. */
export const lateEntry = 'an identity whose deadline has passed';

export function entryHeader(entry: string, parts: EntryParts): string | undefined {
  if (entry === lateEntry) return withClaims(() => ({ dl: Date.now() - 1_000 }))(parts);
  const make = badEntries[entry];
  return make ? make(parts) : signIdentity(parts.claims, parts.key);
}
