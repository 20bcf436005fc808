import { writeFile } from 'node:fs/promises';
import { manifestFile, manifests } from './manifests.ts';

for (const [name, text] of await manifests()) {
  await writeFile(manifestFile(name), text);
  console.info(`schema/documents/${name}.json  ${Object.keys(JSON.parse(text).documents).length} documents`);
}
