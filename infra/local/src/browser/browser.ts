import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { placesOfChromium } from '../config.ts';

/** Where a Chromium lies on this machine, if one does. */
export const chromiumPath = placesOfChromium().find((place) => existsSync(place));

export function openBrowser(): Promise<Browser> {
  if (!chromiumPath) throw new Error('No Chromium was found: install Debian’s package chromium, or name one with CHROMIUM_PATH.');
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  // A sandbox of its own is refused to root.
  return chromium.launch({ executablePath: chromiumPath, args: process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet });
}

export interface Reader {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every address that was asked for. */
  readonly asked: URL[];
  /** Whatever the page complained about that nobody should see. */
  readonly complaints: string[];
}

/** Milliseconds that a busy machine may take to show something; a test that waits in vain is slow, not one that passes. */
const patience = 90_000;

/** A new person at a screen: nothing remembered, nothing signed in. */
export async function newReader(
  browser: Browser,
  screen: { width: number; height?: number; dark?: boolean } = { width: 375 },
): Promise<Reader> {
  const { width, height = 812, dark = false } = screen;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const [asked, complaints]: [URL[], string[]] = [[], []];
  page.on('request', (request) => asked.push(new URL(request.url())));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content.Security.Policy|React/.test(message.text())) complaints.push(message.text());
  });
  return { page, context, asked, complaints };
}
