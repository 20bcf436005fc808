import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { newReader, openBrowser } from '@leader/local-stack/browser/browser';
import { startStack } from '@leader/local-stack/stack/start-stack';
import { buildConsole } from './build-console.ts';
import { enter } from './test/support/console.ts';

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));

/** The pictures of the README: what is seen on which screen, and which part is stopped for it. */
const pictures = [
  { file: 'choose-wide', path: '/', ready: 'Là où le réseau est présent', width: 1280, height: 860 },
  { file: 'morocco-phone', path: '/exporter/MA', ready: 'Ce que nous ne savons pas', width: 375, height: 1000 },
  { file: 'morocco-wide', path: '/exporter/MA', ready: 'Ce que nous ne savons pas', width: 1280, height: 1100 },
  { file: 'morocco-dark', path: '/exporter/MA', ready: 'Ce que nous ne savons pas', width: 1280, height: 1100, dark: true },
  { file: 'accelerators-phone', path: '/exporter/MA', ready: 'Ce que nous ne savons pas', width: 375, height: 1000, at: '#accelerators' },
  { file: 'reviews-wide', path: '/exporter/MA', ready: 'Ce que nous ne savons pas', width: 1280, height: 900, at: '#reviews' },
  { file: 'nobody-phone', path: '/exporter/VN', ready: 'Personne du réseau n’y est connu', width: 375, height: 1000, at: '#place' },
  {
    file: 'stopped-phone',
    path: '/exporter/MA',
    ready: 'Ce que nous ne savons pas',
    width: 375,
    height: 1000,
    at: '#reviews',
    stopped: true,
  },
] as const;

await mkdir(folder, { recursive: true });
await buildConsole();
const [stack, browser] = await Promise.all([startStack({ logLevel: 'error' }), openBrowser()]);
try {
  for (const picture of pictures) {
    if ('stopped' in picture) await stack.stopService('export-advisor');
    const { page, context } = await newReader(browser, picture);
    await enter(page, `${stack.url}${picture.path}`);
    await page.getByRole('heading', { name: picture.ready }).waitFor();
    await page.locator('svg[role=img] path[d]').nth(2).waitFor({ state: 'attached' });
    if ('at' in picture) await page.locator(picture.at).evaluate((part) => part.scrollIntoView());
    await page.screenshot({ path: `${folder}${picture.file}.png` });
    await context.close();
    console.info(`docs/screenshots/${picture.file}.png`);
  }
} finally {
  await browser.close();
  await stack.close();
}
