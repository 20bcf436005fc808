import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shortTableOf } from './gateway/table.ts';
import { latestResults } from './measuring/results.ts';

const readme = path.resolve(import.meta.dirname, '../../../README.md');
const begin = '<!-- bench: written by npm run bench -- --write -->';
const end = '<!-- bench ends -->';

/** Shows the latest comparison of gateways on the first page of the repository. */
export function writeReadme(): void {
  const latest = latestResults()['gateway'];
  if (latest) writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), shortTableOf(latest as Parameters<typeof shortTableOf>[0])));
}

/** @throws Error when the place for the table is gone */
export function withTable(text: string, table: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`README.md has lost the lines "${begin}" and "${end}", between which the table belongs.`);
  return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`;
}
