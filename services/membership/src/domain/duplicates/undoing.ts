import { accept, type Decision, refuse } from '../decision.ts';

/** What of a company may have changed since, in the order in which people would look. */
export const mergeTopics = ['MEMBERSHIP', 'DUES', 'FIGURES', 'PEOPLE', 'FACTS', 'EXPERTISE', 'GATHERINGS', 'PROSPECTING', 'LISTS'] as const;
export type MergeTopic = (typeof mergeTopics)[number];

export const undoRefusals = [
  'UNDONE_ALREADY',
  'MERGED_SINCE',
  'MEMBERSHIP_CHANGED_SINCE',
  'DUES_CHANGED_SINCE',
  'FIGURES_CHANGED_SINCE',
  'PEOPLE_CHANGED_SINCE',
  'FACTS_CHANGED_SINCE',
  'EXPERTISE_CHANGED_SINCE',
  'GATHERINGS_CHANGED_SINCE',
  'PROSPECTING_CHANGED_SINCE',
  'LISTS_CHANGED_SINCE',
  'NUMBER_TAKEN_SINCE',
  'REASON_MISSING',
] as const;
export type UndoRefusal = (typeof undoRefusals)[number];

/** A merge, and what has happened to the company since. */
export interface MergeRecord {
  readonly isUndone: boolean;
  /** Whether the company was merged again, with another one or into one. */
  readonly isMergedSince: boolean;
  /** Where something was entered since of which nobody can say whose it is. */
  readonly changedSince: readonly MergeTopic[];
  readonly isNumberTaken: boolean;
}

/** The two were not one company after all: each gets back what was its own, unless something entered since could belong to either. */
export function undoMerge(merge: MergeRecord, reason: string): Decision<UndoRefusal, { readonly reason: string }> {
  if (merge.isUndone) return refuse('UNDONE_ALREADY');
  if (merge.isMergedSince) return refuse('MERGED_SINCE');
  const changed = mergeTopics.find((topic) => merge.changedSince.includes(topic));
  if (changed) return refuse(`${changed}_CHANGED_SINCE` as const);
  if (merge.isNumberTaken) return refuse('NUMBER_TAKEN_SINCE');
  if (reason === '') return refuse('REASON_MISSING');
  return accept({ reason });
}
