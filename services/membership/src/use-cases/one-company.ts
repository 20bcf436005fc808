import { Conflict } from '@leader/subgraph-kit/errors/errors';
import { encodeId, type Uuid } from '@leader/subgraph-kit/values/ids';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import type { OneCompany } from './company-ports.ts';
import { say } from './sentences.ts';

/**
 * A version is that of one record. Where that record became part of a company, the version says nothing of the company, and may by chance be
 * the one that it has: following the id would enter a decision upon a file that nobody read.
 *
 * @throws Conflict that names the company as it is now.
 */
export function requireItsPresentId(viewer: Viewer, { companyId }: OneCompany, askedId: Uuid): void {
  if (companyId !== askedId) throw new Conflict(say('MERGED_INTO', viewer).replace('{company}', encodeId('company', companyId)));
}
