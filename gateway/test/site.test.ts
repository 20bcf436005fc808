import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { booksSubgraph } from './support/library.ts';
import { SmallNetwork } from './support/small-network.ts';

let folder: string;
let network: SmallNetwork;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-test-'));
  await mkdir(join(folder, 'dist/assets'), { recursive: true });
  await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>The site</title>');
  await writeFile(join(folder, 'dist/assets/app-1234.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'not for anybody');
  await mkdir(join(folder, 'graphiql/dist/assets'), { recursive: true });
  await writeFile(join(folder, 'graphiql/dist/index.html'), '<!doctype html><title>By hand</title>');
  await writeFile(join(folder, 'graphiql/dist/assets/page-1234.js'), 'export {};');
  network = await SmallNetwork.start([booksSubgraph], folders());
});
afterAll(async () => {
  await network.close();
  await rm(folder, { recursive: true, force: true });
});

const folders = () => ({ SITE_DIR: join(folder, 'dist'), GRAPHIQL_DIR: join(folder, 'graphiql/dist') });
const get = (path: string, accept: string) => fetch(`${network.url}${path}`, { headers: { accept } });

describe('a built site', () => {
  test.each(['/', '/any/place/of/its/own'])(
    'is what a browser gets at %s, under a policy that names us and the issuer alone',
    async (path) => {
      const response = await get(path, 'text/html,*/*');
      expect([response.status, await response.text()]).toEqual([200, '<!doctype html><title>The site</title>']);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-security-policy')).toContain(`default-src 'self'`);
      expect(response.headers.get('content-security-policy')).toContain(`connect-src 'self' ${network.issuer.address};`);
    },
  );

  test('has files that never change under their name, and are kept', async () => {
    const response = await get('/assets/app-1234.js', '*/*');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  test.each(['/assets/nothing.js', '/nothing.png', '/assets/../../secret.txt', '/..%2fsecret.txt', '/assets/%2e%2e/%2e%2e/secret.txt'])(
    'has nothing at %s',
    async (path) => {
      const response = await get(path, '*/*');
      const text = await response.text();
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(text).not.toContain('not for anybody');
      expect(JSON.parse(text).errors[0].extensions.code).toMatch(/NOT_FOUND|BAD_USER_INPUT/);
    },
  );
});

describe('the page on which one asks by hand', () => {
  test('is there while the network is developed, under the same policy, without eval', async () => {
    for (const path of ['/graphiql', '/graphiql/signed-in?code=x']) {
      const response = await get(path, 'text/html,*/*');
      expect([response.status, await response.text()]).toEqual([200, '<!doctype html><title>By hand</title>']);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`default-src 'self'; style-src`);
      expect(policy).toContain(`connect-src 'self' ${network.issuer.address};`);
      expect(policy).not.toMatch(/unsafe-eval|script-src/);
    }
    expect((await get('/graphiql/assets/page-1234.js', '*/*')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/graphiql/assets/nothing.js', '/graphiql/assets/../../../secret.txt', '/graphiql/assets/..%2f..%2f..%2fsecret.txt'])(
    'has nothing at %s',
    async (path) => {
      const response = await get(path, '*/*');
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await response.text()).not.toContain('not for anybody');
    },
  );

  test.each([
    ['production', { NODE_ENV: 'production' }, 404],
    ['production, unless it is switched on', { NODE_ENV: 'production', GRAPHIQL: 'on' }, 200],
    ['a gateway where it is switched off', { GRAPHIQL: 'off' }, 404],
  ])('is absent from %s', async (_title, settings, status) => {
    const other = await SmallNetwork.start([booksSubgraph], { ...folders(), ...settings });
    try {
      for (const path of ['/graphiql', '/graphiql/', '/graphiql/assets/page-1234.js']) {
        const response = await fetch(`${other.url}${path}`, { headers: { accept: path.endsWith('.js') ? '*/*' : 'text/html' } });
        expect([path, response.status]).toEqual([path, status]);
      }
    } finally {
      await other.close();
    }
  });
});

test('whoever knows only our address learns where to sign in', async () => {
  const response = await get('/.well-known/oauth-protected-resource', 'application/json');
  expect(await response.json()).toEqual({
    resource: network.url,
    authorization_servers: [network.issuer.address],
    bearer_methods_supported: ['header'],
  });
});
