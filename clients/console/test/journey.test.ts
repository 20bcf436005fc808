import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { chromiumPath, newReader, openBrowser, type Reader } from '@leader/local-stack/browser/browser';
import { seriousFindings } from '@leader/local-stack/browser/serious-findings';
import type { Stack } from '@leader/local-stack/stack/stack';
import type { Browser, Page } from 'playwright-core';
import { distFolder, enter, startNetwork } from './support/console.ts';

// A machine without a browser can run everything else; the line says plainly what it left out.
const describeInBrowser = chromiumPath ? describe : describe.skip;
if (!chromiumPath)
  console.info('The console was not tried in a browser: no Chromium on this machine (Debian: chromium; or CHROMIUM_PATH).');

const phone = { width: 375 };
const wide = { width: 1280, height: 900 };

describeInBrowser('Where do you want to export?', () => {
  let stack: Stack;
  let browser: Browser;
  let reader: Reader;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startNetwork('console'), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });
  afterEach(async () => {
    const complaints = reader.complaints;
    await reader.context.close();
    expect(complaints).toEqual([]);
  });

  const open = async (screen: { width: number; height?: number; dark?: boolean }) => {
    reader = await newReader(browser, screen);
    return reader.page;
  };
  const address = (country: string) => `${stack.url}/exporter/${country}`;
  const section = (page: Page, name: string) => page.getByRole('region', { name });

  it('is answered to the leader from Albi, in French, on a phone', async () => {
    const page = await open(phone);
    await enter(page, `${stack.url}/`);
    await page.getByRole('combobox', { name: 'Pays' }).fill('maroc');
    await page.getByRole('option', { name: 'Maroc' }).click();
    await page.getByRole('heading', { level: 1, name: 'Maroc' }).waitFor();

    await page.getByText('Cantepau Aérostructures').first().waitFor();
    expect(await section(page, 'Le pays').innerText()).toMatch(/Leader Maroc[\s\S]*Casablanca, ouverte depuis le/);
    expect(await section(page, 'Qui est là, et qui appeler').innerText()).toMatch(/Vous pouvez demander un échange[\s\S]*Antenne/);
    expect(await section(page, 'Où travailler quelques jours').innerText()).toMatch(/libres? sur \d+[\s\S]*MAD par/);
    expect(await section(page, 'Ce que d’autres en ont pensé').innerText()).toMatch(
      /n = \d+ avis vérifiés[\s\S]*Surcoût\s+[\d\s]+€[\s\S]*Retard\s+\d+ jours/,
    );
    expect(await section(page, 'Quel accélérateur vous convient ?').innerText()).toMatch(
      /Accélérateur PME-PMI\s+Vous convient[\s\S]*31 déc\. 2025/,
    );
    expect(await section(page, 'Le fonds vous convient-il ?').innerText()).toMatch(/Croissance\s+Rempli/);
    expect(await section(page, 'Ce que nous ne savons pas').getByRole('listitem').count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
  });

  it('asks no other machine for anything', async () => {
    const page = await open(wide);
    await enter(page, address('MA'));
    await page.getByRole('img', { name: /Globe/ }).locator('path').nth(3).waitFor({ state: 'attached' });
    expect([...new Set(reader.asked.filter(({ protocol }) => protocol !== 'data:').map(({ hostname }) => hostname))]).toEqual([
      '127.0.0.1',
    ]);
  });

  it('sends the hashes of registered questions, and never a text', async () => {
    const page = await open(wide);
    const sent: Record<string, unknown>[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/graphql') sent.push(JSON.parse(request.postData() ?? '{}'));
    });
    await enter(page, address('MA'));
    await page.getByText('Cantepau Aérostructures').first().waitFor();
    expect(sent.length).toBeGreaterThan(0);
    for (const { query, extensions } of sent) {
      expect(query).toBeUndefined();
      expect(extensions).toEqual({ persistedQuery: { version: 1, sha256Hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    }
  });

  it('keeps the question while one signs in, and when the session has ended', async () => {
    const page = await open(phone);
    const question = `${address('MA')}?from=2026-12-01&to=2026-12-05`;
    await enter(page, question);
    await section(page, 'Où travailler quelques jours').getByText('Du 1 déc. 2026 au 5 déc. 2026').waitFor();

    await page.evaluate(() => {
      const key = Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user:')) ?? '';
      sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(sessionStorage.getItem(key) ?? '{}'), expires_at: 1 }));
    });
    reader.asked.length = 0;
    await page.reload();
    await section(page, 'Où travailler quelques jours').getByText('Du 1 déc. 2026 au 5 déc. 2026').waitFor();
    expect(page.url()).toBe(question);
    expect(reader.asked.some(({ pathname }) => pathname === '/auth')).toBe(true);
  });

  it('says that a session has ended when no new one is given, and offers to sign in', async () => {
    const page = await open(phone);
    await enter(page, address('MA'));
    await page.getByRole('heading', { level: 1, name: 'Maroc' }).waitFor();
    await page.evaluate(() => {
      const key = Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user:')) ?? '';
      sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(sessionStorage.getItem(key) ?? '{}'), access_token: 'no.real.token' }));
      // However long the page takes to come back, it was a moment ago.
      sessionStorage.setItem('renewed-at', String(Date.now() + 3_600_000));
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Votre session a pris fin' }).waitFor();
    expect(await page.getByRole('button', { name: 'Se connecter' }).isVisible()).toBe(true);
  });

  it('says that nobody is known in Vietnam, and names the nearest hub', async () => {
    const page = await open(phone);
    await enter(page, address('VN'));
    await page.getByRole('heading', { name: 'Personne du réseau n’y est connu' }).waitFor();
    expect(await section(page, 'Le pays').innerText()).toMatch(/L’antenne la plus proche est Leader Asie, à Shanghai \(Chine\)/);
    expect(await section(page, 'Ce que d’autres en ont pensé').innerText()).toMatch(/pas de note/);
    await page.getByRole('link', { name: 'Voir la réponse pour : Chine' }).click();
    await page.getByRole('heading', { level: 1, name: 'Chine' }).waitFor();
  });

  it('speaks English to those who ask for it, and remembers', async () => {
    const page = await open(wide);
    await enter(page, address('MA'));
    await page.getByRole('heading', { level: 1, name: 'Maroc' }).waitFor();
    await page.getByText('EN', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Morocco' }).waitFor();
    await section(page, 'Which accelerator fits you?').getByText('31 December 2025').first().waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Morocco' }).waitFor();
    expect(await section(page, 'Who is there, and whom to call').innerText()).toMatch(/You may ask for a talk/);
  });

  it('lets staff choose a company, and puts it into the address', async () => {
    const page = await open(wide);
    await enter(page, address('MA'), 'staff');
    await page.getByRole('searchbox', { name: 'Entreprise' }).fill('cantepau');
    await page.getByRole('button', { name: /Cantepau Aérostructures/ }).click();
    await section(page, 'Quel accélérateur vous convient ?').getByText('Vous convient').waitFor();
    expect(new URL(page.url()).searchParams.get('company')).toMatch(/^company_/);
  });

  it('can be asked and read with the keyboard alone', async () => {
    const page = await open(wide);
    await enter(page, `${stack.url}/`);
    await page.getByRole('combobox', { name: 'Pays' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('etats');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'États-Unis' }).waitFor();
    const outline = await page.evaluate(() => {
      (document.querySelector('a[href="#people"]') as HTMLElement).focus();
      return getComputedStyle(document.activeElement ?? document.body).outlineStyle;
    });
    expect(outline).toBe('solid');
  });

  it.each([
    ['light, on a phone', { ...phone, dark: false }],
    ['dark, on a wide screen', { ...wide, dark: true }],
  ])('has no serious finding of axe: %s', async (_name, screen) => {
    const page = await open(screen);
    await page.goto(`${stack.url}/`);
    await page.getByRole('button', { name: 'Se connecter' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await enter(page, `${stack.url}/`);
    await page.getByRole('heading', { name: 'Là où le réseau est présent' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.goto(address('MA'));
    await section(page, 'Ce que nous ne savons pas').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])).toBe(screen.dark ? 'dark' : 'light');
  });

  it('answers the rest while one domain is stopped, and says in its place what is missing', async () => {
    const page = await open(phone);
    await stack.stopService('export-advisor');
    try {
      await enter(page, address('MA'));
      await section(page, 'Qui est là, et qui appeler').getByText('Les implantations ne répondent pas pour le moment.').waitFor();
      expect(await section(page, 'Ce que d’autres en ont pensé').innerText()).toMatch(/Les avis ne répondent pas pour le moment/);
      expect(await section(page, 'Quel accélérateur vous convient ?').innerText()).toMatch(/Vous convient/);
    } finally {
      await stack.startService('export-advisor');
    }
    await section(page, 'Qui est là, et qui appeler').getByRole('button', { name: 'Réessayer' }).click();
    await section(page, 'Qui est là, et qui appeler').getByText('Vous pouvez demander un échange').first().waitFor();
  });

  it('never calls silence a refusal: with the accelerators stopped nobody is told that they do not fit', async () => {
    const page = await open(phone);
    await stack.stopService('accelerator');
    try {
      await enter(page, address('MA'));
      await section(page, 'Quel accélérateur vous convient ?')
        .getByText(/cela ne veut pas dire que vous n’êtes pas éligible/)
        .waitFor();
      expect(await section(page, 'Le fonds vous convient-il ?').innerText()).toMatch(/Vous convient/);
    } finally {
      await stack.startService('accelerator');
    }
  });

  it('shows its first page after less than 200 KB of compressed script', async () => {
    const page = await open(phone);
    await page.goto(`${stack.url}/`);
    await page.getByRole('button', { name: 'Se connecter' }).waitFor();
    const scripts = reader.asked.map(({ pathname }) => pathname).filter((pathname) => pathname.endsWith('.js'));
    const compressed = scripts.map((pathname) => gzipSync(readFileSync(path.join(distFolder, pathname))).length);
    expect(readdirSync(path.join(distFolder, 'assets')).length).toBeGreaterThan(scripts.length);
    expect(compressed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(200_000);
  });
});
