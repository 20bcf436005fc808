import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Page } from './page.ts';

export interface SiteParts {
  /** Folder of a built site with an `index.html`; hashed files lie in its `assets/`. */
  readonly folder: string;
  /** Where people sign in: the site talks to it, and to nobody else but us. */
  readonly issuer: string;
  /** Shown at `/` while there is no site yet. */
  readonly home: Page;
}

export const aYear = 31_536_000_000;

/** Whatever runs in the browser comes from us, and talks to us and to the issuer alone. Editors and charts set styles of their own. */
export function sitePolicy(issuer: string): string {
  return `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ${new URL(issuer).origin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/**
 * Serves a site that runs in the browser. It names its own places, such as `/search/x`, so whoever asks for a page gets
 * the site, and whoever asks for a file that is not there does not.
 */
export async function addSite(app: FastifyInstance, { folder, issuer, home }: SiteParts): Promise<void> {
  const policy = sitePolicy(issuer);
  await app.register(fastifyStatic, { root: folder, serve: false });
  app.get('/assets/*', async (request, reply) => {
    const { '*': file } = request.params as { '*': string };
    return reply.sendFile(`assets/${file}`, { maxAge: aYear, immutable: true });
  });
  app.get('/*', async (request, reply) => {
    const { '*': file } = request.params as { '*': string };
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    if (!wantsPage && file !== '') return reply.sendFile(file, { cacheControl: false });
    if (!existsSync(join(folder, 'index.html'))) {
      if (file !== '') return reply.callNotFound();
      return reply.header('content-security-policy', home.contentSecurityPolicy).type('text/html; charset=utf-8').send(home.html);
    }
    return reply.header('content-security-policy', policy).sendFile('index.html', { cacheControl: false });
  });
}
