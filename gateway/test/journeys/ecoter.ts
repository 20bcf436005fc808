import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Network } from './network.ts';

const refused = {
  uploadMemberList: 'MemberListRefused',
  checkBatch: 'BatchCheckRefused',
  approveBatch: 'BatchApprovalRefused',
  applyBatch: 'BatchApplicationRefused',
  abandonBatch: 'BatchAbandonmentRefused',
} as const;

interface Batch {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** One step with a member list; `done` holds the batch as it is then, or why it was refused. */
export async function changeBatch(network: Network, mutation: keyof typeof refused, input: object, as = 'branch-lead') {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) {
    ... on AffiliationBatchChanged { batch { id version status counts { added matched suspect refused } } }
    ... on ${refused[mutation]} { reason message }
  } }`;
  const { data, errors } = await network.ask(document, as, { input: { idempotencyKey: randomUUID(), ...input } });
  return { done: data?.done, errors };
}

export const decided = ({ id, version }: Batch) => ({ batchId: id, expectedVersion: version });

/** Uploads and checks the list of Ecoter at Albi as its branch lead. */
export async function checkedYear(network: Network, year: 2018 | 2025): Promise<Batch> {
  const file = await readFile(new URL(`../../../services/membership/test/fixtures/ecoter-adherents-${year}.csv`, import.meta.url));
  const list = { branch: 'tarn', fileName: `ecoter-${year}.csv`, contentBase64: file.toString('base64') };
  const { batch } = (await changeBatch(network, 'uploadMemberList', list)).done;
  return (await changeBatch(network, 'checkBatch', decided(batch))).done.batch;
}

/** The whole way of the list, approved by a second person, up to its companies in the directory. */
export async function importYear(network: Network, year: 2018 | 2025): Promise<Batch> {
  const checked = await checkedYear(network, year);
  const approved = (await changeBatch(network, 'approveBatch', decided(checked), 'staff')).done.batch;
  return (await changeBatch(network, 'applyBatch', decided(approved))).done.batch;
}
