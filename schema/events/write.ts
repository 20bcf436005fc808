import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../subgraph-files.ts';
import { publishedEvents, schemaFile } from './events.ts';

for (const { file, text } of (await publishedEvents()).map(schemaFile)) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  console.info(path.relative(root, file));
}
