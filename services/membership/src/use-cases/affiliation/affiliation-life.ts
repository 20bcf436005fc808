import { createHash } from 'node:crypto';
import { Conflict, NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId, type Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import * as batches from '../../domain/affiliation/affiliation-batch.ts';
import { isInForce, type NetworkRefusal, type PartnerTerm, registerNetwork } from '../../domain/affiliation/partner-network.ts';
import { type SettlementRefusal, type SuspicionVerdict, settle } from '../../domain/affiliation/suspect-row.ts';
import { type Changed, changeOnce, moved, type Verdict } from '../change-once.ts';
import type { Branches } from '../ports.ts';
import { readWords } from '../read-words.ts';
import { say } from '../sentences.ts';
import type { BranchView } from '../views.ts';
import type { Change } from '../write-ports.ts';
import { countsOf, entriesOf, judgeRows, type ListRefusalReason, readList, verdictsAfter, verdictsBefore } from './affiliation-list.ts';
import type { AffiliationBook, AffiliationWrites, ListEntries } from './affiliation-ports.ts';
import { requireBatchReader, requireImporter, requireOwnBranch } from './affiliation-rights.ts';
import type { BatchView } from './affiliation-views.ts';

export interface NetworkRequest {
  readonly idempotencyKey: string;
  readonly name: string;
  readonly branch: string;
  readonly agreedOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly terms: readonly PartnerTerm[];
}

export interface UploadRequest {
  readonly idempotencyKey: string;
  readonly branch: string;
  readonly networkId: string | null;
  readonly fileName: string;
  readonly content: Uint8Array;
}

export interface BatchRequest {
  readonly idempotencyKey: string;
  readonly batchId: string;
  readonly expectedVersion: number;
}

export interface AbandonRequest extends BatchRequest {
  readonly motive: string;
}

export interface SettleRequest extends BatchRequest {
  readonly line: number;
  readonly verdict: SuspicionVerdict;
  readonly companyId: string | null;
  readonly reason: string;
}

export type UploadRefusalReason =
  | ListRefusalReason
  | 'BRANCH_UNKNOWN'
  | 'BRANCH_IS_A_HUB'
  | 'NETWORK_OF_ANOTHER_BRANCH'
  | 'AGREEMENT_NOT_IN_FORCE';

/** Why a list as a whole was not taken, and what the sentence about it must name: headings, or the branches there are. */
export interface UploadRefusal {
  readonly reason: UploadRefusalReason;
  readonly named: readonly string[];
}

export type AffiliationLife = ReturnType<typeof affiliationLife>;

interface Parts {
  readonly writes: AffiliationWrites;
  readonly branches: Pick<Branches, 'branches'>;
  readonly calendar: Calendar;
}

/** What people do about networks that join as a block, for one viewer. */
export function affiliationLife({ writes, branches, calendar }: Parts, viewer: Viewer) {
  const today = calendar.today();
  return {
    async registerPartnerNetwork(request: NetworkRequest): Promise<Changed<NetworkRefusal>> {
      requireImporter(viewer);
      const branch = (await branches.branches()).find(({ code }) => code === request.branch);
      if (!branch) throw new NotFound(say('NO_SUCH_BRANCH', viewer));
      requireOwnBranch(viewer, branch);
      return changeOnce<AffiliationBook, NetworkRefusal>(writes, viewer, 'registerPartnerNetwork', request, async (book) => {
        const decision = registerNetwork({ ...request, name: readWords(request.name, viewer) });
        if (!decision.accepted) return decision;
        const id = newId();
        if (!(await book.enterNetwork(id, branch.id, decision.facts))) return { accepted: false, reason: 'NETWORK_KNOWN_ALREADY' };
        return moved('network', id, ['name', 'agreement', 'terms'], null, 'AGREED');
      });
    },

    /** A file that cannot be read leaves nothing behind, and its key unused. */
    async uploadMemberList(request: UploadRequest): Promise<Changed<UploadRefusal>> {
      requireImporter(viewer);
      const branch = hostOf(request.branch, await branches.branches());
      if ('reason' in branch) return { refused: branch };
      const networkId = request.networkId === null ? null : parseId('network', request.networkId);
      const list = readList(request.fileName, request.content, today);
      if (!list.readable) return { refused: { reason: list.reason, named: list.named } };
      const { idempotencyKey, fileName } = request;
      const contentHash = createHash('sha256').update(request.content).digest('hex');
      const body = { idempotencyKey, branch: branch.code, networkId, fileName, contentHash };
      return changeOnce<AffiliationBook, UploadRefusal>(writes, viewer, 'uploadMemberList', body, async (book) => {
        const refusal = networkId && (await networkRefusal(book, networkId, branch));
        if (refusal) return { accepted: false, reason: { reason: refusal, named: [branch.code] } };
        const id = newId();
        await book.enterBatch(id, { ...list.file, branchId: branch.id, networkId, contentHash, rows: list.rows }, calendar.now());
        return moved('batch', id, ['file'], null, 'UPLOADED');
      });
    },

    checkBatch: (request: BatchRequest) =>
      changeBatch<batches.CheckRefusal>('checkBatch', request, async (book, batch) => {
        const decision = batches.check(batch.status);
        if (!decision.accepted) return decision;
        // Two records of one company may become one at this moment.
        await book.takeTurn();
        await checkAnew(book, batch, request.expectedVersion);
        return moved('batch', batch.id, ['rows'], batch.status, decision.facts);
      }),

    /** What is said of one row counts for the others at once, and for every list to come. */
    settleSuspectRow: (request: SettleRequest) =>
      changeBatch<SettlementRefusal>('settleSuspectRow', request, async (book, batch) => {
        // Another batch may hold the same number, and somebody settle it there at this moment; or two records become one.
        await book.takeTurn();
        const row = (await book.verdictsOf(batch.id)).find(({ line }) => line === request.line);
        const companyId = request.companyId === null ? null : await book.presentId(parseId('company', request.companyId));
        const settlement = { verdict: request.verdict, companyId, reason: readWords(request.reason, viewer) };
        const decision = settle(batch.status, row, settlement);
        if (!decision.accepted) return decision;
        const company = (await book.rowsOf(batch.id)).find(({ line }) => line === request.line)?.company;
        if (!company) throw new Error('A suspect row tells of no company');
        await book.enterSettlement(company, decision.facts, settlement);
        await checkAnew(book, batch, request.expectedVersion);
        return moved('batch', batch.id, ['row'], batch.status, 'CHECKED', request.verdict);
      }),

    approveBatch: (request: BatchRequest) =>
      changeBatch<batches.ApprovalRefusal>('approveBatch', request, async (book, batch) => {
        const network = batch.networkId === null ? undefined : await book.network(batch.networkId);
        const decision = batches.approve(
          batch.status,
          (await book.uploaderOf(batch.id)) === viewer.subject,
          network === undefined || isInForce(network, today),
        );
        if (!decision.accepted) return decision;
        requireSwap(await book.enterStatus(batch.id, request.expectedVersion, decision.facts));
        return moved('batch', batch.id, ['status'], batch.status, decision.facts);
      }),

    applyBatch: (request: BatchRequest) =>
      changeBatch<batches.BatchApplicationRefusal>('applyBatch', request, async (book, batch) => {
        // Numbers that are not known yet cannot be locked one by one, so that batches are applied one after the other.
        await book.takeTurn();
        const rows = await book.rowsOf(batch.id);
        const judged = await judgeRows(rows, book, today);
        const decision = batches.apply(batch.status, await book.verdictsOf(batch.id), verdictsBefore(judged));
        if (!decision.accepted) return decision;
        const entries = entriesOf(judged, batch.branchId);
        await book.enterCompanies(entries, calendar.now());
        const counts = countsOf(rows, judged);
        requireSwap(await book.enterVerdicts(batch.id, request.expectedVersion, decision.facts, verdictsAfter(judged), counts));
        await book.forgetLeaders(batch.id);
        return { accepted: true, id: batch.id, changes: applied(batch, entries) };
      }),

    abandonBatch: (request: AbandonRequest) =>
      changeBatch<batches.AbandonmentRefusal>('abandonBatch', request, async (book, batch) => {
        const decision = batches.abandon(batch.status, readWords(request.motive, viewer));
        if (!decision.accepted) return decision;
        requireSwap(await book.enterStatus(batch.id, request.expectedVersion, decision.facts));
        await book.forgetLeaders(batch.id);
        return moved('batch', batch.id, ['status'], batch.status, decision.facts);
      }),
  };

  function hostOf(code: string, all: readonly BranchView[]): BranchView | UploadRefusal {
    const branch = all.find((candidate) => candidate.code === code);
    if (!branch) return { reason: 'BRANCH_UNKNOWN', named: all.filter(({ kind }) => kind === 'LOCAL').map((local) => local.code) };
    requireOwnBranch(viewer, branch);
    return branch.kind === 'HUB' ? { reason: 'BRANCH_IS_A_HUB', named: [branch.code] } : branch;
  }

  async function networkRefusal(book: AffiliationBook, id: Uuid, branch: BranchView): Promise<UploadRefusalReason | undefined> {
    const network = await book.network(id);
    if (!network) throw new NotFound(say('NO_SUCH_NETWORK', viewer));
    if (network.branchId !== branch.id) return 'NETWORK_OF_ANOTHER_BRANCH';
    return isInForce(network, today) ? undefined : 'AGREEMENT_NOT_IN_FORCE';
  }

  function changeBatch<Reason>(
    action: string,
    request: BatchRequest,
    decide: (book: AffiliationBook, batch: BatchView) => Promise<Verdict<Reason>>,
  ): Promise<Changed<Reason>> {
    requireImporter(viewer);
    return changeOnce<AffiliationBook, Reason>(writes, viewer, action, request, async (book) => {
      const batch = await book.batchForUpdate(parseId('batch', request.batchId));
      if (!batch) throw new NotFound(say('NO_SUCH_BATCH', viewer));
      requireBatchReader(viewer, batch.branchId, await branches.branches());
      return decide(book, batch);
    });
  }

  async function checkAnew(book: AffiliationBook, batch: BatchView, expectedVersion: number): Promise<void> {
    const rows = await book.rowsOf(batch.id);
    const judged = await judgeRows(rows, book, today);
    const counts = countsOf(rows, judged);
    requireSwap(await book.enterVerdicts(batch.id, expectedVersion, 'CHECKED', verdictsBefore(judged), counts));
  }

  function requireSwap({ swapped, current = 0 }: { readonly swapped: boolean; readonly current: number | undefined }): void {
    if (!swapped) throw new Conflict(say('BATCH_CHANGED', viewer).replace('{current}', String(current)));
  }
}

function applied(batch: BatchView, { newcomers, sites, figures }: ListEntries): Change[] {
  const brought = Object.entries({ newcomers, sites, figures }).flatMap(([kind, entries]) => (entries.length > 0 ? [kind] : []));
  const change = (kind: string, id: Uuid, fields: readonly string[], from: string | null, to: string | null): Change => ({
    kind,
    id,
    fields,
    from,
    to,
    why: null,
  });
  return [
    change('batch', batch.id, brought, batch.status, 'APPLIED'),
    ...newcomers.map(({ id }) => change('company', id, ['company'], null, 'LISTED')),
    ...sites.map(({ companyId }) => change('company', companyId, ['site'], null, null)),
  ];
}
