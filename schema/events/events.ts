import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { root, subgraphNames } from '../subgraph-files.ts';

/** An event that a service tells others, with the version of its body. */
export interface Published {
  readonly service: string;
  readonly type: string;
  readonly version: number;
  readonly body: z.ZodType;
}

/** An event that a service listens to. */
export interface Heard {
  readonly service: string;
  readonly sender: string;
  readonly type: string;
  readonly version: number;
}

type Catalogue = Readonly<Record<string, { readonly version: number; readonly body: z.ZodType }>>;

/** What every service tells others, as its catalogue says. */
export async function publishedEvents(): Promise<Published[]> {
  const found = await ofEachService<{ publishedEvents: Catalogue }>('published-events.ts');
  return found.flatMap(({ service, file }) =>
    Object.entries(file.publishedEvents).map(([type, { version, body }]) => ({ service, type, version, body })),
  );
}

/** What every service listens to, as its subscriptions say. */
export async function heardEvents(): Promise<Heard[]> {
  const heard: Heard[] = [];
  for (const from of await subgraphNames())
    for (const { service, file } of await ofEachService<{ subscriptions: readonly Omit<Heard, 'service'>[] }>(`${from}-events.ts`))
      heard.push(...file.subscriptions.map(({ sender, type, version }) => ({ service, sender, type, version })));
  return heard;
}

/** The body of an event as a JSON Schema, for whoever reads events in another language. */
export function schemaFile({ service, type, version, body }: Published): { readonly file: string; readonly text: string } {
  const { $schema, ...schema } = z.toJSONSchema(body, { target: 'draft-2020-12' });
  const title = `${type}, version ${version}`;
  return {
    file: join(root, 'schema/events', service, `${type}.${version}.json`),
    text: `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`,
  };
}

async function ofEachService<File>(name: string): Promise<{ service: string; file: File }[]> {
  const found: { service: string; file: File }[] = [];
  for (const service of await subgraphNames()) {
    const place = join(root, 'services', service, 'src/events', name);
    if (existsSync(place)) found.push({ service, file: (await import(pathToFileURL(place).href)) as File });
  }
  return found;
}
