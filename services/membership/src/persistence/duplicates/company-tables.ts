import type { MergeTopic } from '../../domain/duplicates/undoing.ts';

/** A table whose rows are about companies, and what becomes of them when two records become one. */
export interface CompanyTable {
  readonly table: string;
  readonly topic: MergeTopic;
  /** Columns that hold the id of a company. */
  readonly columns: readonly string[];
  /** Columns that tell its rows apart; within a company when `isWithinCompany`. */
  readonly key: readonly string[];
  readonly isWithinCompany?: boolean;
  /** Columns that a merge changes besides. */
  readonly changed?: readonly string[];
  /** Columns that follow the company by themselves: they say nothing of what was done to a row. */
  readonly following?: readonly string[];
  /** Rows (`t`) of either record (`given.kept`, `given.merged`) that one company cannot have beside those of the other. */
  readonly leftOut?: string;
}

const oursIn = (table: string) => `SELECT 1 FROM ${table} AS o WHERE o.company_id = given.kept`;
const isTheirs = 't.company_id = given.merged';

/** In the order in which rows are left out and moved. */
export const companyTables: readonly CompanyTable[] = [
  {
    ...{ table: 'settled_number', topic: 'LISTS', columns: ['company_id'], key: ['scheme', 'value'], isWithinCompany: true },
    // A number that is of one of them is of both; otherwise what was said twice is said once.
    leftOut: `t.company_id IN (given.kept, given.merged) AND (
      (NOT t.is_same AND EXISTS (SELECT 1 FROM settled_number AS o
        WHERE o.scheme = t.scheme AND o.value = t.value AND o.is_same AND o.company_id IN (given.kept, given.merged)))
      OR (NOT t.is_same AND EXISTS (SELECT 1 FROM registration AS o
        WHERE o.scheme = t.scheme AND o.value = t.value AND o.company_id IN (given.kept, given.merged)))
      OR (${isTheirs} AND NOT t.is_same AND EXISTS (${oursIn('settled_number')} AND o.scheme = t.scheme AND o.value = t.value)))`,
  },
  {
    ...{ table: 'registration', topic: 'FACTS', columns: ['company_id'], key: ['scheme', 'value'] },
    leftOut: `t.company_id IN (given.kept, given.merged) AND EXISTS (SELECT 1 FROM jsonb_to_recordset(given.plan->'wrongNumbers') AS w(scheme text, value text)
      WHERE w.scheme = t.scheme AND w.value = t.value)`,
  },
  {
    ...{ table: 'site', topic: 'FACTS', columns: ['company_id'], key: ['id'], changed: ['is_headquarters', 'seat_until', 'siret'] },
    // The same place, of which nothing more is known.
    leftOut: `${isTheirs} AND t.siret IS NULL AND t.closed_on IS NULL AND EXISTS (${oursIn('site')} AND o.closed_on IS NULL AND o.country = t.country
      AND o.department IS NOT DISTINCT FROM t.department AND plain_town(coalesce(o.town, '')) = plain_town(coalesce(t.town, '')))`,
  },
  {
    ...{ table: 'former_activity', topic: 'FACTS', columns: ['company_id'], key: ['nomenclature', 'since'], isWithinCompany: true },
    leftOut: `${isTheirs} AND EXISTS (${oursIn('activity')} AND o.nomenclature = t.nomenclature)`,
  },
  {
    ...{ table: 'activity', topic: 'FACTS', columns: ['company_id'], key: ['nomenclature'], isWithinCompany: true },
    leftOut: `${isTheirs} AND EXISTS (${oursIn('activity')} AND o.nomenclature = t.nomenclature)`,
  },
  {
    ...{ table: 'network_tie', topic: 'FACTS', columns: ['company_id'], key: ['id'] },
    leftOut: `${isTheirs} AND t.until IS NULL AND EXISTS (${oursIn('network_tie')} AND o.until IS NULL AND plain_text(o.name) = plain_text(t.name))`,
  },
  {
    ...{ table: 'responsibility_fact', topic: 'FACTS', columns: ['company_id'], key: ['id'] },
    leftOut: `${isTheirs} AND EXISTS (${oursIn('responsibility_fact')} AND o.kind = t.kind AND o.stated_on = t.stated_on
      AND coalesce(plain_text(o.name), '') = coalesce(plain_text(t.name), ''))`,
  },
  {
    ...{ table: 'annual_figures', topic: 'FIGURES', columns: ['company_id'], key: ['id'] },
    leftOut: `t.company_id IN (given.kept, given.merged) AND given.plan->'reportsLeftOut' ? t.id::text`,
  },
  {
    ...{ table: 'told_apart', topic: 'LISTS', columns: ['company_id', 'other_company_id'], key: ['id'] },
    // Whoever merges them says otherwise of the two; of a third one the same is said once.
    leftOut: `given.merged IN (t.company_id, t.other_company_id) AND (given.kept IN (t.company_id, t.other_company_id) OR EXISTS (
      SELECT 1 FROM told_apart AS o WHERE given.kept IN (o.company_id, o.other_company_id)
        AND CASE t.company_id WHEN given.merged THEN t.other_company_id ELSE t.company_id END IN (o.company_id, o.other_company_id)))`,
  },
  { table: 'person', topic: 'PEOPLE', columns: ['company_id'], key: ['id'], changed: ['same_as'] },
  { table: 'membership', topic: 'MEMBERSHIP', columns: ['company_id'], key: ['id'], following: ['sort_name', 'department'] },
  { table: 'membership_application', topic: 'MEMBERSHIP', columns: ['company_id'], key: ['id'] },
  { table: 'dues', topic: 'DUES', columns: ['company_id'], key: ['year'], isWithinCompany: true },
  { table: 'dues_movement', topic: 'DUES', columns: ['company_id'], key: ['sequence'] },
  { table: 'expertise_listing', topic: 'EXPERTISE', columns: ['company_id'], key: ['id'] },
  { table: 'expertise_exchange', topic: 'EXPERTISE', columns: ['expert_id', 'seeker_id', 'proposed_by'], key: ['id'] },
  { table: 'gathering_sign_up', topic: 'GATHERINGS', columns: ['company_id'], key: ['id'] },
  { table: 'growth_project', topic: 'PROSPECTING', columns: ['company_id'], key: ['id'] },
  { table: 'prospect_contact', topic: 'PROSPECTING', columns: ['company_id'], key: ['id'] },
  { table: 'affiliation_row', topic: 'LISTS', columns: ['company_id'], key: ['batch_id', 'line'], changed: ['similar_to'] },
  { table: 'merged_company', topic: 'FACTS', columns: ['company_id'], key: ['id'] },
];

/** They count how often something was changed, one row a company: the kept one counts the merge, and the other one’s waits to come back. */
export const versionTables = ['company_facts', 'membership_file'] as const;

/** Made of the others by triggers. */
export const derivedTables = ['company_search'] as const;

/** What the kept record lacks and the other one knows; what stands in one line belongs together. */
export const companyColumns: readonly (readonly [string, ...string[]])[] = [
  ['trade_name'],
  ['town', 'commune', 'department'],
  ['founded_on'],
  ['prospect_branch_id'],
  ['prospect_segment'],
  ['in_collective_proceedings', 'proceedings_checked_on'],
  ['group_id'],
];
