import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { chromiumPath, newReader, openBrowser, type Reader } from '@leader/local-stack/browser/browser';
import { seriousFindings } from '@leader/local-stack/browser/serious-findings';
import type { Stack } from '@leader/local-stack/stack/stack';
import { startTestStack } from '@leader/local-stack/testing/test-stack';
import type { Browser, Page, Request } from 'playwright-core';
import { buildGraphiql } from '../build-graphiql.ts';

// A machine without a browser can run everything else; the line says plainly what it left out.
const describeInBrowser = chromiumPath ? describe : describe.skip;
if (!chromiumPath) console.info('GraphiQL was not tried in a browser: no Chromium on this machine (Debian: chromium; or CHROMIUM_PATH).');

const phone = { width: 375 };
const asksForSchema = (request: Request) => request.postData()?.includes('IntrospectionQuery') === true;
const wide = { width: 1280, height: 900 };

describeInBrowser('Asking the graph by hand', () => {
  let stack: Stack;
  let browser: Browser;
  let reader: Reader;
  let said: string[];

  beforeAll(async () => {
    await buildGraphiql();
    [stack, browser] = await Promise.all([startTestStack('graphiql', { logLevel: 'error' }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });
  afterEach(async () => {
    const complaints = [...reader.complaints, ...said];
    await reader.context.close();
    expect(complaints).toEqual([]);
  });

  const open = async (screen: { width: number; height?: number; dark?: boolean }) => {
    reader = await newReader(browser, screen);
    said = [];
    reader.page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    // What comes in late would take the place of the answer that a test is about.
    const schema = reader.page.waitForResponse((one) => asksForSchema(one.request()));
    await reader.page.goto(`${stack.url}/graphiql`);
    await (await schema).finished();
    await editor(reader.page, 'Demande').waitFor({ state: 'attached' });
    return reader.page;
  };
  const editor = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
  const become = async (page: Page, persona: string) => {
    await page.getByRole('button', { name: /^(Choisir qui vous êtes|Changer de personne)$/ }).click();
    await page.locator(`button[value="${persona}"]`).click();
    await page.waitForURL(`${stack.url}/graphiql`);
    await editor(page, 'Demande').waitFor({ state: 'attached' });
  };
  const send = async (page: Page) => {
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/graphql') && !asksForSchema(one.request())),
      page.getByRole('button', { name: /^Execute query/ }).click(),
    ]);
    return response;
  };
  const answer = (page: Page) => page.locator('.graphiql-response .CodeMirror-code');
  const lastAnswer = (page: Page) => page.getByRole('contentinfo');
  const write = async (page: Page, name: string, text: string) => {
    await editor(page, name).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  };

  it('works for whoever does not say who they are, and names the answer as the log does', async () => {
    const page = await open(wide);
    expect(await page.getByRole('banner').innerText()).toMatch(/Vous êtes anonyme/);
    const response = await send(page);
    await answer(page).getByText('"Maroc"').waitFor();
    const reference = response.headers()['x-request-id'] ?? '';
    expect(reference).toMatch(/^[0-9a-f]{16}$/);
    expect(await lastAnswer(page).innerText()).toContain(reference);
  });

  it('asks no other machine for anything', async () => {
    const page = await open(wide);
    await become(page, 'staff');
    await send(page);
    expect([...new Set(reader.asked.map(({ protocol, hostname }) => (protocol === 'data:' ? protocol : hostname)))]).toEqual(['127.0.0.1']);
  });

  it('says in French and in English who one has become, under which contract, with which rights', async () => {
    const page = await open(wide);
    await become(page, 'branch-lead');
    const banner = page.getByRole('banner');
    await banner.getByText('Contrat internal').click();
    expect(await banner.innerText()).toMatch(/Responsable de l’antenne du Tarn[\s\S]*branch:manage gérer une antenne/);
    await page.getByLabel('Langue des messages').selectOption('en');
    expect(await banner.innerText()).toMatch(/Lead of the Tarn branch[\s\S]*Contract internal[\s\S]*branch:manage run a branch/);
    await page.reload();
    await banner.getByText('Lead of the Tarn branch').waitFor();
    await page.getByRole('button', { name: 'Be anonymous again' }).click();
    await banner.getByText('anonymous (public contract)').waitFor();
  });

  it('lets the issuer’s page tell what each persona may, hubs’ apps among them', async () => {
    const page = await open(phone);
    await page.getByRole('button', { name: 'Choisir qui vous êtes' }).click();
    const choice = page.locator('button[value="hub-maroc"]');
    expect(await choice.innerText()).toMatch(/contrat · contract partner — droits · scopes members:read export:read/);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('answers an example as the persona that was chosen, in the language that was chosen', async () => {
    const page = await open(wide);
    await become(page, 'member');
    await page.getByRole('button', { name: 'ExportQuestion' }).click();
    const question = (await send(page)).request();
    expect(question.postDataJSON().variables).toEqual({ country: 'MA' });
    expect(question.headers()['accept-language']).toBe('fr');
    expect(question.headers()['authorization']).toMatch(/^Bearer /);
    await answer(page).getByText('"Cantepau Aérostructures"').waitFor();
  });

  it('shows the schema as it is for the one who asks: no fund to a hub, but to a member', async () => {
    const page = await open(wide);
    await become(page, 'hub-maroc');
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer-type-name', { hasText: /^Query$/ }).click();
    const field = (name: string) => page.locator('.graphiql-plugin').getByRole('link', { name, exact: true });
    await field('inboundProjects').waitFor();
    expect(await field('fund').count()).toBe(0);
    await field('destination').click();
    await page.locator('.graphiql-plugin').getByText('CountryCode!').waitFor();

    await become(page, 'member');
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer-type-name', { hasText: /^Query$/ }).click();
    await field('fund').waitFor();
  });

  it('sends no header by which one could pass for somebody else', async () => {
    const page = await open(wide);
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    await write(page, 'En-têtes, en JSON', '{"authorization":"Bearer x"}');
    reader.asked.length = 0;
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await answer(page).getByText('choisissez qui vous êtes en haut de la page').waitFor();
    expect(reader.asked.filter(({ pathname }) => pathname === '/graphql')).toEqual([]);
  });

  it('says that a session has ended, and goes on with a new one', async () => {
    const page = await open(wide);
    await become(page, 'member');
    await page.evaluate(() => {
      const key = Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user:')) ?? '';
      sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(sessionStorage.getItem(key) ?? '{}'), access_token: 'no.real.token' }));
    });
    await page.reload();
    await page.getByText('Votre session a pris fin.').waitFor();
    // One leaves from the address at which one arrives: only the way back between the two tells them apart, and it is over in a moment.
    await Promise.all([
      page.waitForURL(/\/graphiql\/signed-in\?/, { waitUntil: 'commit' }),
      page.getByRole('button', { name: 'Continuer' }).click(),
    ]);
    await page.waitForURL(`${stack.url}/graphiql`);
    await editor(page, 'Demande').waitFor({ state: 'attached' });
    expect((await send(page)).status()).toBe(200);
    // The browser itself notes a refused request, and the schema is asked for twice.
    said = said.filter((line) => !line.includes('401'));
  });

  it('can be used on a phone: nothing is wider than the screen, and the answer can be read', async () => {
    const page = await open(phone);
    await become(page, 'member');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    await send(page);
    const line = answer(page).getByText('"Maroc"');
    await line.scrollIntoViewIfNeeded();
    const box = await line.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 375).toBe(true);
    expect((await page.locator('.graphiql-response').boundingBox())?.width).toBeGreaterThan(300);
  });

  it.each([
    ['light, on a phone', { ...phone, dark: false }],
    ['dark, on a wide screen', { ...wide, dark: true }],
  ])('has no serious finding of axe: %s', async (_name, screen) => {
    const page = await open(screen);
    expect(await seriousFindings(page)).toEqual([]);
    await become(page, 'staff');
    await send(page);
    await answer(page).getByText('"Maroc"').waitFor();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('Root Types').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
});
