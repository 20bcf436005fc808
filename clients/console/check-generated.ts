import { pathToFileURL } from 'node:url';
import { committedSchema, documentsAreUpToDate, hashesAreUpToDate } from './codegen.ts';
import { worldIsUpToDate } from './make-world.ts';

/** Says which generated files no longer match what they are made of, each with the command that mends it. */
export async function outdatedFiles(): Promise<string[]> {
  const mend = 'run "npm run codegen -w clients/console" and commit the result';
  const problems: string[] = [];
  if (!(await documentsAreUpToDate(await committedSchema())))
    problems.push(`clients/console/src/generated/graph.ts is not what the operations and the schema say: ${mend}`);
  if (!hashesAreUpToDate()) problems.push(`clients/console/src/generated/document-hashes.ts is not what schema/documents says: ${mend}`);
  if (!worldIsUpToDate()) problems.push(`clients/console/src/generated/world.json is not what world-atlas holds: ${mend}`);
  return problems;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = await outdatedFiles();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
