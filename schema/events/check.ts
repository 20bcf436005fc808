import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { sendersOf, services } from '@leader/local-stack/stack/services';
import { staleFiles } from '../checks/comparison.ts';
import { readOrEmpty, root } from '../subgraph-files.ts';
import { heardEvents, publishedEvents, schemaFile } from './events.ts';
import { eventProblems } from './problems.ts';

const told = await publishedEvents();
const wanted = told.map(schemaFile);
const committed = (await readdir(join(root, 'schema/events'), { recursive: true })).filter((file) => file.endsWith('.json'));
const forgotten = committed.filter((file) => !wanted.some((one) => relative(join(root, 'schema/events'), one.file) === file));
const stale = staleFiles(
  await Promise.all(
    wanted.map(async ({ file, text }) => ({ file: relative(root, file), committed: await readOrEmpty(file), actual: text })),
  ),
);
const lags = stale.length + forgotten.length > 0;
const problems = [
  ...stale,
  // What was told once may still be read: a version goes when nobody has it any more, and by hand.
  ...forgotten.map((file) => `schema/events/${file} is of an event that nobody tells any more: delete it`),
  ...(lags ? ['  Run "npm run schema:events", look at the change, and commit it. Another shape is another version.'] : []),
  ...eventProblems(told, await heardEvents(), (service) => {
    const known = services.find((one) => one === service);
    return known && sendersOf(known);
  }),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
