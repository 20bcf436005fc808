import { Conflict, NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId } from '@leader/subgraph-kit/values/ids';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { reportsLeftOut } from '../../domain/duplicates/figures-of-both.ts';
import { type MergeRefusal, mergeRecords } from '../../domain/duplicates/merging.ts';
import { type UndoRefusal, undoMerge } from '../../domain/duplicates/undoing.ts';
import { changeOnce } from '../change-once.ts';
import { requireItsPresentId } from '../one-company.ts';
import { readWords } from '../read-words.ts';
import { say } from '../sentences.ts';
import type { Change } from '../write-ports.ts';
import { requireBureau, requireWritingBranch } from '../writing-rights.ts';
import type { MergeBook, MergeWrites } from './merge-ports.ts';

export interface MergeRequest {
  readonly idempotencyKey: string;
  readonly keptCompanyId: string;
  readonly mergedCompanyId: string;
  readonly keptVersion: number;
  readonly mergedVersion: number;
  readonly reason: string;
}

export interface UndoRequest {
  readonly idempotencyKey: string;
  readonly mergeId: string;
  readonly expectedVersion: number;
  readonly reason: string;
}

export type Merging = ReturnType<typeof merging>;

/** How two records of one company become one and come apart again, for one viewer. */
export function merging({ writes, calendar }: { writes: MergeWrites; calendar: Calendar }, viewer: Viewer) {
  const today = calendar.today();
  return {
    mergeCompanies(request: MergeRequest) {
      const [keptId, mergedId] = [parseId('company', request.keptCompanyId), parseId('company', request.mergedCompanyId)];
      return changeOnce<MergeBook, MergeRefusal>(writes, viewer, 'mergeCompanies', request, async (book) => {
        requireWritingBranch(viewer);
        const records = await book.recordsForUpdate([keptId, mergedId], today);
        for (const record of records.values()) requireBureau(viewer, record, record.branchCode);
        const [kept, merged] = [records.get(keptId), records.get(mergedId)];
        if (!kept || !merged) {
          const [nowKept, nowMerged] = await book.companiesNow([keptId, mergedId]);
          if (!nowKept || !nowMerged) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
          if (nowKept.companyId === nowMerged.companyId) return { accepted: false, reason: 'MERGED_ALREADY' };
          requireItsPresentId(viewer, nowKept, keptId);
          requireItsPresentId(viewer, nowMerged, mergedId);
          throw new NotFound(say('NO_SUCH_COMPANY', viewer));
        }
        requireVersion(kept, request.keptVersion);
        requireVersion(merged, request.mergedVersion);
        const reason = readWords(request.reason, viewer);
        const decision = mergeRecords(kept, merged, reason, today);
        if (!decision.accepted) return decision;
        const leftOut = reportsLeftOut(kept.figures, merged.figures).map(({ id }) => id);
        const id = newId();
        await book.enterMerge({ ...decision.facts, id, keptId, mergedId, reason, on: today, reportsLeftOut: leftOut });
        return { accepted: true, id, changes: told(keptId, 'MERGED', mergedId, 'MERGED_AWAY') };
      });
    },

    undoMerge(request: UndoRequest) {
      const mergeId = parseId('merge', request.mergeId);
      return changeOnce<MergeBook, UndoRefusal>(writes, viewer, 'undoMerge', request, async (book) => {
        requireWritingBranch(viewer);
        const merge = await book.mergeForUpdate(mergeId);
        if (!merge) throw new NotFound(say('NO_SUCH_MERGE', viewer));
        requireBureau(viewer, { companyId: merge.keptId, formerIds: [merge.mergedId] }, merge.company?.branchCode);
        const decision = undoMerge(merge, readWords(request.reason, viewer));
        if (!merge.isUndone && merge.company) requireVersion(merge.company, request.expectedVersion);
        if (!decision.accepted) return decision;
        await book.enterUndoing(mergeId, decision.facts.reason, today);
        return { accepted: true, id: mergeId, changes: told(merge.keptId, 'MERGE_UNDONE', merge.mergedId, 'MERGE_UNDONE') };
      });
    },
  };

  function requireVersion({ version }: { readonly version: number }, expected: number): void {
    if (version !== expected) throw new Conflict(say('FACTS_CHANGED', viewer).replace('{current}', String(version)));
  }
}

function told(keptId: string, kept: string, mergedId: string, merged: string): Change[] {
  const change = { kind: 'company', fields: ['records'], from: null, why: null };
  return [
    { ...change, id: keptId, to: kept },
    { ...change, id: mergedId, to: merged },
  ];
}
