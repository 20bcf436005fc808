import { fileURLToPath } from 'node:url';
import type { Stack } from '@leader/local-stack/stack/stack';
import { startTestStack } from '@leader/local-stack/testing/test-stack';
import type { Page } from 'playwright-core';
import { buildConsole } from '../../build-console.ts';

/** The whole network with the console as it is now, on the tests' PostgreSQL. */
export async function startNetwork(name: string): Promise<Stack> {
  await buildConsole();
  return startTestStack(name, { logLevel: 'error' });
}

/** Opens an address, signs in as somebody invented, and is back at that address. */
export async function enter(page: Page, url: string, persona = 'member'): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: /^(Se connecter|Sign in)$/ }).click();
  await page.locator(`button[value="${persona}"]`).click();
  await page.waitForURL((address) => address.href === url || address.pathname === new URL(url).pathname);
}

export const distFolder = fileURLToPath(new URL('../../dist/', import.meta.url));
