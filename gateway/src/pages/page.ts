import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConfigInvalid } from '@leader/subgraph-kit/config/read-config';

/** A self-contained page and the only policy under which a browser may show it. */
export interface Page {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

/** Reads a page once, at start. Its own inline styles are allowed by hash; scripts and everything from elsewhere are not. */
export async function readPage(path: string): Promise<Page> {
  const html = await readFile(path, 'utf8').catch(() => {
    throw new ConfigInvalid(`The page ${path} cannot be read. Set HOME_PAGE to an HTML file.`);
  });
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
  return {
    html,
    contentSecurityPolicy: `default-src 'none'; style-src ${styles.join(' ') || "'none'"}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}
