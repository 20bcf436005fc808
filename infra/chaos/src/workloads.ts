import { readFile } from 'node:fs/promises';
import type { Workload } from './try-faults.ts';

/** What our own clients ask, and one question that goes through each of the four subgraphs. */
export async function workloads(): Promise<readonly Workload[]> {
  const operation = (file: string) => readFile(new URL(`../../../schema/operations/console/${file}`, import.meta.url), 'utf8');
  return [
    { name: 'the export question', query: await operation('export-question.graphql'), variables: { country: 'MA' }, persona: 'member' },
    { name: 'where the network is', query: await operation('where-the-network-is.graphql'), variables: {}, persona: 'member' },
  ];
}
