import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { aYear, sitePolicy } from './site.ts';

export interface GraphiqlParts {
  /** Folder of the built page with an `index.html`; hashed files lie in its `assets/`. */
  readonly folder: string;
  /** Where people sign in. */
  readonly issuer: string;
  /** Switched off, its addresses are unknown here, as any other. */
  readonly isOn: boolean;
}

/** Serves the page on which one asks the graph by hand, from our own files, under the same policy as the site. Needs the site's routes beside it. */
export function addGraphiql(app: FastifyInstance, { folder, issuer, isOn }: GraphiqlParts): void {
  for (const url of ['/graphiql', '/graphiql/*'])
    app.get(url, async (request, reply) => {
      // Said here too: the site would take this for a page of its own.
      if (!isOn) return reply.callNotFound();
      const { '*': file = '' } = request.params as { '*'?: string };
      if (file.startsWith('assets/')) return reply.sendFile(file, folder, { maxAge: aYear, immutable: true });
      const wantsPage = request.headers.accept?.includes('text/html') ?? false;
      if (!wantsPage || !existsSync(join(folder, 'index.html'))) return reply.callNotFound();
      return reply.header('content-security-policy', sitePolicy(issuer)).sendFile('index.html', folder, { cacheControl: false });
    });
}
