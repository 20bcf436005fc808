import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { bodyHash, verifyIdentity } from '@leader/subgraph-kit/identity/identity-token';
import { Client } from '../transport/audience.ts';
import { anonymous } from './caller.ts';
import { signFor } from './subgraph-identity.ts';

const key = { kid: 'one', secret: randomBytes(32) };
const body = '{"query":"{ ok }"}';
const request = { language: 'fr', requestId: 'request-1', deadline: 1_790_000_003_000, client: new Client() } as const;

/** What a subgraph reads from what the gateway signed. */
function told(caller: Parameters<typeof signFor>[3]['caller']) {
  const now = Math.floor(Date.now() / 1000);
  const {
    iat,
    exp,
    bh: _hash,
    ...claims
  } = verifyIdentity(signFor('archive', key, bodyHash(body), { ...request, caller }), {
    audience: 'archive',
    body,
    keys: [key],
    now,
  });
  expect(exp - iat).toBe(30);
  expect(Math.abs(iat - now)).toBeLessThanOrEqual(1);
  return claims;
}

describe('what a subgraph is told of who asks', () => {
  test('is all that the token said', () => {
    const caller = {
      ...anonymous,
      subject: 'person-1',
      clientId: 'console',
      company: 'company_1',
      branch: 'tarn',
      hub: 'MA',
      roles: ['leader'],
      scopes: ['a:read'],
    };
    expect(told({ ...caller, contract: 'member', serviceClass: 'batch' })).toEqual({
      iss: 'gateway',
      aud: 'archive',
      sub: 'person-1',
      client_id: 'console',
      company: 'company_1',
      branch: 'tarn',
      hub: 'MA',
      roles: ['leader'],
      contract: 'member',
      scopes: ['a:read'],
      class: 'batch',
      lang: 'fr',
      txn: 'request-1',
      dl: 1_790_000_003_000,
    });
  });

  test('is all of it, however many scopes and roles there are in the longest token that the front door takes', () => {
    const roles = Array.from({ length: 15 }, (_, at) => `${'r'.repeat(97)}${at}`);
    const scopes = Array.from({ length: 2_000 }, (_, at) => 'abcdefgh'.charAt(at % 8));
    const caller = { ...anonymous, subject: 's'.repeat(200), clientId: 'c'.repeat(200), roles, scopes };
    expect(told(caller).scopes).toEqual(scopes);
  });

  test('holds nothing about companies, branches and hubs that the token did not name', () => {
    expect(Object.keys(told(anonymous)).filter((name) => ['company', 'branch', 'hub'].includes(name))).toEqual([]);
  });
});
