import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSecrets } from '@leader/local-stack/stack/secrets';
import type { Stack } from '@leader/local-stack/stack/stack';
import { startTestStack } from '@leader/local-stack/testing/test-stack';
import type { FastifyInstance } from 'fastify';
import { isEnumType } from 'graphql';
import { hubApp } from '../src/server.ts';
import { languages, words } from '../src/words/languages.ts';
import { outsideContract, partnerContract } from './outside-contract.ts';
import { Recorder } from './recorder.ts';

let stack: Stack;
let recorder: Recorder;
const apps: FastifyInstance[] = [];

beforeAll(async () => {
  stack = await startTestStack('hub_app');
  recorder = await Recorder.before(stack.url);
});
afterAll(async () => {
  for (const app of apps) await app.close();
  recorder?.close();
  await stack?.close();
});

async function appOf(hub: 'hub-maroc' | 'hub-usa', HUB_COUNTRY: string, changed = {}): Promise<string> {
  const app = await hubApp({
    HOST: '127.0.0.1',
    PORT: 0,
    GRAPH_URL: new URL(recorder.url),
    ISSUER: new URL(stack.issuer),
    CLIENT_ID: hub,
    CLIENT_SECRET: readSecrets(stack.directory)?.clients[hub] ?? '',
    HUB_COUNTRY,
    PAGE_SIZE: 100,
    LOG_LEVEL: 'silent',
    ...changed,
  });
  apps.push(app);
  return app.listen({ host: '127.0.0.1', port: 0 });
}

async function read(address: string, headers: Record<string, string> = {}) {
  const response = await fetch(address, { headers, redirect: 'manual' });
  const page = await response.text();
  const names = (id: string) => {
    const part = page.split(`<section aria-labelledby="${id}">`)[1]?.split('</section>')[0] ?? '';
    return [...part.matchAll(/<h3>(?:<bdi>)?([^<]*)/g)].map(([, name]) => name ?? '');
  };
  return { status: response.status, headers: response.headers, page, inOccitanie: names('inOccitanie'), inCountry: names('inCountry') };
}

describe('the app of the hub in Morocco', () => {
  let maroc: string;
  beforeAll(async () => {
    maroc = await appOf('hub-maroc', 'MA');
  });

  test('shows which Moroccan companies look towards Occitanie, and which of the network are in Morocco', async () => {
    const { status, page, inOccitanie, inCountry } = await read(`${maroc}/fr`);
    expect(status).toBe(200);
    expect(inOccitanie).toEqual(expect.arrayContaining(['Chaouia Câblage', 'Oum Rabia Ingénierie', 'Tanjaoui Logistique']));
    expect(inOccitanie).toHaveLength(10);
    expect(inCountry).toHaveLength(20);
    expect(page).toContain('Castres, Tarn (81)');
    expect(page).toContain('Antenne du Tarn');
    // Present in Lyon, which is not in Occitanie.
    expect(page).not.toContain('Lyon');
  });

  test.each(languages)('speaks %s, in its own direction', async (language) => {
    const { page, headers } = await read(`${maroc}/${language}`);
    expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(page).toContain(words[language].kinds.SUBSIDIARY);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('opens in the language that the browser wishes', async () => {
    const { status, headers } = await read(maroc, { 'accept-language': 'ar-MA, fr;q=0.5' });
    expect([status, headers.get('location'), headers.get('vary')]).toEqual([302, '/ar', 'accept-language']);
  });

  test('runs nothing in the browser and loads nothing from elsewhere', async () => {
    const { page, headers } = await read(`${maroc}/fr`);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
    expect(page).not.toMatch(/<script|\son\w+=|style=|https?:\/\//);
    expect((await read(`${maroc}/style.css`)).status).toBe(200);
  });

  test('shows neither people nor contact data', async () => {
    const { page } = await read(`${maroc}/fr`);
    expect(page).not.toMatch(/@|\+212|tel:|mailto:/);
    expect(page).not.toContain('Marsal');
  });

  test('turns the pages of one list while the other stays', async () => {
    const small = await appOf('hub-maroc', 'MA', { PAGE_SIZE: 4 });
    const all = await read(`${maroc}/en`);
    const first = await read(`${small}/en`);
    const next = /rel="next" href="(\/en\?inOccitanie=[^"]+)"/.exec(first.page)?.[1]?.replaceAll('&#38;', '&') ?? '';
    const second = await read(`${small}${next}`);
    expect([...first.inOccitanie, ...second.inOccitanie]).toEqual(all.inOccitanie.slice(0, 8));
    expect(second.inCountry).toEqual(first.inCountry);
  });

  test('refuses an address that was changed, in a sentence, and shows the other list', async () => {
    const { status, page, inCountry } = await read(`${maroc}/fr?inOccitanie=nonsense`);
    expect([status, inCountry.length]).toEqual([400, 20]);
    expect(page).toContain('Cette adresse a été modifiée ou coupée.');
    expect((await read(`${maroc}/fr?page=2`)).status).toBe(400);
    expect((await read(`${maroc}/ar?inCountry=a&inCountry=b`)).page).toContain(words.ar.badRequest.title);
  });

  test('says so, in the reader’s language, when an address leads nowhere', async () => {
    const lost = await read(`${maroc}/de`, { 'accept-language': 'en' });
    expect([lost.status, lost.page.includes('<h1>Page not found</h1>')]).toEqual([404, true]);
    expect((await read(`${maroc}/ar/x`)).page).toContain(words.ar.notFound.title);
    expect((await read(`${maroc}/%zz`)).status).toBe(400);
  });
});

test('the same app serves the hub in the United States', async () => {
  const usa = await appOf('hub-usa', 'US');
  const { status, page, inOccitanie, inCountry } = await read(`${usa}/en`);
  expect(status).toBe(200);
  expect(page).toContain('<h1>United States – Occitanie: who looks where</h1>');
  expect(inOccitanie).toEqual(
    expect.arrayContaining(['Prospect Aero Kitting', 'Cascade Sensor Works'].map((name) => expect.stringContaining(name))),
  );
  expect(inCountry).toHaveLength(6);
});

test('no answer that the app received holds a field outside the partner contract', () => {
  expect(recorder.answers.length).toBeGreaterThan(5);
  expect(recorder.answers.flatMap(({ data }) => outsideContract(data))).toEqual([]);
});

test('the app sends no document, only the hash of its registered one', () => {
  const hash = expect.stringMatching(/^sha256:[0-9a-f]{64}$/);
  expect(recorder.questions.length).toBeGreaterThan(0);
  for (const question of recorder.questions) expect(question).toEqual({ documentId: hash, variables: expect.anything() });
});

test('a field or value outside the partner contract would be noticed', () => {
  const company = { legalName: 'A', latestFigures: { fte: 3 }, people: [{ name: 'B' }] };
  const data = { destination: { counts: { positions: 2 }, positions: { totalCount: 1, edges: [{ node: { kind: 'SPY', company } }] } } };
  expect(outsideContract(data)).toEqual([
    'data.destination.counts',
    'data.destination.positions.totalCount',
    'data.destination.positions.edges.0.node.kind = SPY',
    'data.destination.positions.edges.0.node.company.latestFigures',
    'data.destination.positions.edges.0.node.company.people',
  ]);
});

test('every kind of presence of the contract has its word', () => {
  const kinds = partnerContract.getType('PositionKind');
  const names = isEnumType(kinds) ? kinds.getValues().map(({ name }) => name) : [];
  expect(Object.keys(words.fr.kinds).sort()).toEqual(names.sort());
});

describe('while a part of the network is away', () => {
  let maroc: string;
  beforeAll(async () => {
    maroc = await appOf('hub-maroc', 'MA');
  });

  test('places are shown without names when the directory is stopped', async () => {
    await stack.stopService('membership');
    const { status, page, inOccitanie } = await read(`${maroc}/fr`);
    await stack.startService('membership');
    expect([status, inOccitanie]).toEqual([200, Array(10).fill('Nom indisponible pour le moment')]);
    expect(page).toContain('L’annuaire ne répond pas');
    expect(page).toContain('Castres, Tarn (81)');
  });

  test('both lists say so when Export Advisor is stopped', async () => {
    await stack.stopService('export-advisor');
    const { status, page } = await read(`${maroc}/en`);
    await stack.startService('export-advisor');
    expect(status).toBe(200);
    expect(page.split('This list is not available at the moment.')).toHaveLength(3);
    expect(page).toContain('<h1>Morocco – Occitanie: who looks where</h1>');
  });

  test('one sentence answers when nothing does, and no detail of the fault', async () => {
    const nowhere = await appOf('hub-maroc', 'MA', { GRAPH_URL: new URL('http://127.0.0.1:9') });
    const { status, headers, page } = await read(`${nowhere}/ar`);
    expect([status, headers.get('retry-after')]).toEqual([503, '60']);
    expect(page).toContain(words.ar.nothingAnswers.sentence);
    expect(page).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
  });

  test('an app whose secret is wrong learns nothing', async () => {
    const stranger = await appOf('hub-maroc', 'MA', { CLIENT_SECRET: 'guessed' });
    const { status, page } = await read(`${stranger}/fr`);
    expect([status, page.includes('guessed')]).toEqual([503, false]);
  });
});
