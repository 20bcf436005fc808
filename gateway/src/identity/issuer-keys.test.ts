import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { IssuerUnreachable, issuerKeys } from './issuer-keys.ts';

let server: Server;
let issuer: string;
let key: JWK;
let answers: Record<string, { status?: number; body: string; headers?: Record<string, string> }>;
let asked: string[];

beforeAll(async () => {
  key = { ...(await exportJWK((await generateKeyPair('ES256')).publicKey)), kid: 'one', alg: 'ES256' };
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const { status = 200, body, headers = {} } = answers[request.url ?? ''] ?? { status: 404, body: '' };
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = [];
  answers = { '/jwks': { body: JSON.stringify({ keys: [key] }) } };
  discovery({ issuer, jwks_uri: `${issuer}/jwks` });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const discoveryPath = '/.well-known/openid-configuration';
function discovery(document: unknown): void {
  answers[discoveryPath] = { body: JSON.stringify(document) };
}
const keyOf = async (keys: ReturnType<typeof issuerKeys>) => keys({ alg: 'ES256', kid: 'one' }, { payload: '', signature: '' });

describe('the keys of an issuer', () => {
  test('are found by discovery, at the first token, and once', async () => {
    const keys = issuerKeys(issuer);
    expect(asked).toEqual([]);
    expect(await keyOf(keys)).toBeDefined();
    await keyOf(keys);
    expect(asked).toEqual([discoveryPath, '/jwks']);
  });

  test('are found behind an address that ends in a slash', async () => {
    discovery({ issuer: `${issuer}/`, jwks_uri: `${issuer}/jwks` });
    expect(await keyOf(issuerKeys(`${issuer}/`))).toBeDefined();
    expect(asked[0]).toBe(discoveryPath);
  });

  test('are looked for again after a failure', async () => {
    const keys = issuerKeys(issuer);
    const good = answers[discoveryPath];
    answers[discoveryPath] = { status: 503, body: '{}' };
    await expect(keyOf(keys)).rejects.toThrow(IssuerUnreachable);
    if (good) answers[discoveryPath] = good;
    expect(await keyOf(keys)).toBeDefined();
  });

  test.each([
    ['another issuer', () => discovery({ issuer: 'http://other.invalid', jwks_uri: `${issuer}/jwks` }), 'names another issuer'],
    ['no keys', () => discovery({ issuer }), 'names no keys'],
    ['keys that are no address', () => discovery({ issuer, jwks_uri: 'nowhere' }), 'names no keys'],
    ['keys that are no text', () => discovery({ issuer, jwks_uri: 5 }), 'names no keys'],
  ])('are refused when discovery names %s', async (_title, arrange, sentence) => {
    arrange();
    await expect(keyOf(issuerKeys(issuer))).rejects.toThrow(`the discovery document ${sentence}`);
  });

  test.each([
    ['a failure', { status: 500, body: JSON.stringify({ issuer: 'x' }) }, 'discovery answered 500'],
    ['too much', { body: ' '.repeat(64 * 1024 + 1) }, 'discovery answered 200'],
    ['no JSON', { body: '<html>' }, 'JSON'],
    ['no object', { body: '"text"' }, 'discovery answered no object'],
    ['nothing', { body: 'null' }, 'discovery answered no object'],
    ['a redirect', { status: 302, body: '', headers: { location: '/jwks' } }, 'fetch failed'],
  ])('are out of reach when discovery answers %s, and the cause is kept for the log', async (_title, answer, cause) => {
    answers[discoveryPath] = answer;
    const error = await keyOf(issuerKeys(issuer)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(IssuerUnreachable);
    expect(error).toMatchObject({
      name: 'IssuerUnreachable',
      message: 'the issuer does not answer',
      cause: { message: expect.stringContaining(cause) },
    });
  });

  test('are read from an answer just as long as it may be', async () => {
    const text = JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks` });
    answers[discoveryPath] = { body: text.padEnd(64 * 1024, ' ') };
    expect(await keyOf(issuerKeys(issuer))).toBeDefined();
  });
});
