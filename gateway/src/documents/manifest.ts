import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigInvalid } from '@leader/subgraph-kit/config/read-config';
import { z } from 'zod';

/** What becomes of a free document of a client that has trusted ones. */
export const adoptions = ['off', 'log', 'enforce'] as const;
export type Adoption = (typeof adoptions)[number];

const manifestSchema = z.strictObject({
  client: z.string().min(1),
  clientIds: z.array(z.string().min(1)),
  contracts: z.array(z.string().min(1)),
  adoption: z.enum(adoptions),
  documents: z.record(z.string(), z.strictObject({ name: z.string(), text: z.string().min(1) })),
});

/** The documents that one client may send by hash. */
export type Manifest = z.output<typeof manifestSchema>;

/** The name under which a document is known. */
export function hashOf(text: string): string {
  return hash('sha256', text, 'hex');
}

/**
 * Reads every manifest of a folder. Several may speak of the same client: those of releases that are still in use.
 *
 * @throws ConfigInvalid when one cannot be read, or calls a document by the hash of another
 */
export async function readManifests(folder: string): Promise<readonly Manifest[]> {
  const files = await readdir(folder).catch(() => {
    throw new ConfigInvalid(`The trusted documents in ${folder} cannot be read. Run "npm run schema:documents" to make them.`);
  });
  return Promise.all(files.filter((file) => file.endsWith('.json')).map((file) => readManifest(join(folder, file))));
}

async function readManifest(file: string): Promise<Manifest> {
  const manifest = manifestSchema.safeParse(parse(await readFile(file, 'utf8')));
  if (!manifest.success) throw new ConfigInvalid(`${file} is no manifest of trusted documents. Run "npm run schema:documents".`);
  for (const [hash, { name, text }] of Object.entries(manifest.data.documents))
    if (hash !== hashOf(text))
      throw new ConfigInvalid(`${file}: the document ${name} is not what its hash says. Run "npm run schema:documents".`);
  return manifest.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
