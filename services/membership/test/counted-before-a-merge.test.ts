import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@leader/subgraph-kit/testing/test-database';
import { claimsFor } from '@leader/subgraph-kit/testing/test-subgraph';
import { calendarOf } from '@leader/subgraph-kit/values/calendar';
import { encodeId, newId, type Uuid } from '@leader/subgraph-kit/values/ids';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { CurrencyCode } from '@leader/subgraph-kit/values/money';
import { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { writesOn } from '@leader/subgraph-kit/writes/writes';
import fc from 'fast-check';
import { membershipPublication } from '../src/events/publication.ts';
import { factsBook } from '../src/persistence/company/facts-book.ts';
import { tiesBook } from '../src/persistence/company/ties-book.ts';
import { breakdownQueries } from '../src/persistence/counts/breakdown.queries.ts';
import { regionQueries } from '../src/persistence/counts/region.queries.ts';
import { mergeBook } from '../src/persistence/duplicates/merge-book.ts';
import { figuresBook } from '../src/persistence/figures-book.ts';
import { migrations, rows } from '../src/persistence/tables.ts';
import { merging } from '../src/use-cases/duplicates/merging.ts';
import { staff } from './membership.ts';

/** Nobody else is counted. */
let network: TestDatabase;
beforeAll(async () => {
  network = await openTestDatabase({ name: 'membership', rows, migrations });
  await network.database.query(
    `INSERT INTO branch (id, code, kind, name_fr, name_en, country, town, opened_on, currency, time_zone, languages, departments)
     VALUES ($1, 'tarn', 'LOCAL', 'Tarn', 'Tarn', 'FR', 'Albi', '2010-01-01', 'EUR', 'Europe/Paris', '{fr}', '{81}')`,
    [branchId],
  );
});
afterAll(() => network.drop());

const branchId = newId();

const firstDay = '2026-01-10' as LocalDate;

/** Two records of one company, until somebody finds out: one is a member, the other one was or is none. */
class TwoRecords {
  today = firstDay;
  private merge: { readonly id: Uuid; readonly kept: Uuid; readonly merged: Uuid } | undefined;
  private constructor(private readonly records: readonly [Uuid, Uuid]) {}

  static async enter(wasMember: boolean): Promise<TwoRecords> {
    const [one, other] = [newId(), newId()];
    const put = (text: string, values: unknown[]) => network.database.query(text, values);
    const period =
      'INSERT INTO membership (id, company_id, branch_id, began_on, ended_on, end_reason, covered_until) VALUES ($1, $2, $3, $4, $5, $6, $7)';
    for (const id of [one, other]) await put(`INSERT INTO company (id, legal_name, country) VALUES ($1, 'Deux fois', 'FR')`, [id]);
    await put(period, [newId(), one, branchId, '2025-10-01', null, null, '2029-12-31']);
    if (wasMember) await put(period, [newId(), other, branchId, '2024-01-01', '2025-06-30', 'RESIGNED', '2025-06-30']);
    return new TwoRecords([one, other]);
  }

  /** The company that a record is by now. */
  private now(record: number): Uuid {
    const id = this.records[record] as Uuid;
    return this.merge?.merged === id ? this.merge.kept : id;
  }

  moves = (record: number, department: string) =>
    factsBook(network.database).enterSite(
      ...[newId(), this.now(record)],
      { country: 'FR', town: department, department, siret: null, openedOn: null, isSeat: true },
      this.today,
    );

  works = (record: number, code: string) =>
    factsBook(network.database).enterActivity(this.now(record), { nomenclature: 'NAF_REV_2', code }, this.today);

  shows = (record: number, score: number) =>
    tiesBook(network.database).enterResponsibility(
      ...[newId(), this.now(record)],
      { kind: 'IMPACT_SCORE', score, name: null, statedOn: this.today, validUntil: null, source: 'DECLARED' },
      this.today,
    );

  reports = (record: number, year: number, fte: number) =>
    figuresBook(network.database).enterFigures(
      this.now(record),
      {
        ...{ closedOn: `${year}-12-31` as LocalDate, months: 12, currency: 'EUR' as CurrencyCode, source: 'DECLARED' },
        ...{ turnover: BigInt(fte) * 10_000_000n, exportTurnover: null, balanceTotal: null, fte },
      },
      new Date(`${this.today}T09:00:00Z`),
    );

  async become(keptRecord: number): Promise<void> {
    if (this.merge) return;
    const [kept, merged] = [this.records[keptRecord] as Uuid, this.records[1 - keptRecord] as Uuid];
    const done = await this.merging().mergeCompanies({
      ...{ idempotencyKey: randomUUID(), keptCompanyId: encodeId('company', kept), mergedCompanyId: encodeId('company', merged) },
      ...{ keptVersion: await versionOf(kept), mergedVersion: await versionOf(merged), reason: 'One mill.' },
    });
    if ('changed' in done) this.merge = { id: done.changed, kept, merged };
  }

  async comeApart(): Promise<void> {
    if (!this.merge) return;
    const done = await this.merging().undoMerge({
      ...{ idempotencyKey: randomUUID(), mergeId: encodeId('merge', this.merge.id) },
      ...{ expectedVersion: await versionOf(this.merge.kept), reason: 'Two mills.' },
    });
    if ('changed' in done) this.merge = undefined;
  }

  private merging() {
    const writes = writesOn(
      network.database,
      membershipPublication(() => this.today),
      mergeBook,
    );
    return merging({ writes, calendar: calendarOf('Europe/Paris', this.today) }, new Viewer(claimsFor('membership', '', staff)));
  }
}

async function versionOf(companyId: Uuid): Promise<number> {
  const [facts] = await network.database.query<{ version: number }>('SELECT version FROM company_facts WHERE company_id = $1', [companyId]);
  return facts?.version ?? 0;
}

/** Everything that is counted of members by a day and a day of knowledge. */
async function countedOn(asOf: LocalDate, knownAt: LocalDate): Promise<object> {
  const region = regionQueries(network.database);
  const alike = await breakdownQueries(network.database).membersAlike(asOf, knownAt);
  return {
    alike: alike.map((one) => JSON.stringify(Object.entries(one).sort())).sort(),
    shown: await region.shownByMembers(asOf, knownAt),
    growth: await region.growthOfAll(asOf, knownAt),
    ...(asOf === knownAt ? { cohort: await region.cohortOf(asOf) } : {}),
  };
}

type Act = (records: TwoRecords) => Promise<unknown>;
const acts: readonly Act[] = [
  ...[0, 1].flatMap((record): Act[] => [
    (them) => them.moves(record, '81'),
    (them) => them.moves(record, '31'),
    (them) => them.works(record, '10.61A'),
    (them) => them.works(record, '62.01Z'),
    (them) => them.shows(record, 40),
    (them) => them.reports(record, 2025, 9 + record),
    (them) => them.reports(record, 2024, 300),
  ]),
];
const merges: readonly Act[] = [(them) => them.become(0), (them) => them.become(1), (them) => them.comeApart()];
const story = fc.array(
  fc.record({
    days: fc.constantFrom(0, 1, 30, 200),
    act: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...acts) }, { weight: 2, arbitrary: fc.constantFrom(...merges) }),
  }),
  { minLength: 8, maxLength: 14 },
);

test('whoever turns out to be one with another, or two after all: what was counted of a day by what was known then stays (M3)', async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(fc.boolean(), story, async (wasMember, steps) => {
      await network.database.query('TRUNCATE company CASCADE');
      const records = await TwoRecords.enter(wasMember);
      const told: { readonly asOf: LocalDate; readonly knownAt: LocalDate; readonly counted: object }[] = [];
      for (const act of [acts[0], acts[9], acts[5], acts[12]] as Act[]) await act(records);
      for (const { days, act } of [...steps, { days: 1, act: async () => undefined }]) {
        if (days > 0)
          for (const before of [0, 20, 400]) {
            const [asOf, knownAt] = [addDays(records.today, -before), records.today];
            told.push({ asOf, knownAt, counted: await countedOn(asOf, knownAt) });
          }
        records.today = addDays(records.today, days);
        await act(records);
      }
      for (const { asOf, knownAt, counted } of told) {
        expect(await countedOn(asOf, knownAt)).toEqual(counted);
        if (JSON.stringify(await countedOn(asOf, records.today)) !== JSON.stringify(counted)) moved += 1;
      }
    }),
    { numRuns: 8 },
  );
  expect(moved).toBeGreaterThan(0);
});

test('a merge is known from its day on, and its undoing from that day on', async () => {
  await network.database.query('TRUNCATE company CASCADE');
  const records = await TwoRecords.enter(false);
  const departmentOf = async (knownAt: LocalDate) => {
    const alike = await breakdownQueries(network.database).membersAlike(firstDay, knownAt);
    return alike.find(({ section, size }) => section === 'B' && size === 'ETI')?.department;
  };
  await records.moves(0, '81');
  await records.works(0, '08.12Z');
  await records.reports(0, 2024, 300);
  await records.moves(1, '31');
  records.today = addDays(firstDay, 10);
  await records.become(1);
  records.today = addDays(firstDay, 20);
  await records.comeApart();
  const known = [0, 9, 10, 19, 20].map((days) => addDays(firstDay, days));
  expect(await Promise.all(known.map(departmentOf))).toEqual(['81', '81', '31', '31', '81']);
});
