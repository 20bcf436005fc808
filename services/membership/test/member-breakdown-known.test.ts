import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId, type Uuid } from '@leader/subgraph-kit/values/ids';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { breakDown, countedBy, type MemberBreakdown, type MembersAlike } from '../src/domain/counts/member-breakdown.ts';
import { factsBook } from '../src/persistence/company/facts-book.ts';
import { breakdownQueries } from '../src/persistence/counts/breakdown.queries.ts';
import { figuresBook } from '../src/persistence/figures-book.ts';
import { membershipFiles } from '../src/persistence/membership-files.ts';
import { counted, type Entry, entered, firstDay, histories, type Life, newcomer } from './fixtures/histories.ts';
import { type RunningMembership, runningMembership } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

/** One question with the answer that was given once the day of knowledge was over. */
interface Answered<Answer> {
  readonly asOf: LocalDate;
  readonly knownAt: LocalDate;
  readonly answer: Answer;
}

const daysBefore = [0, 1, 45, 400];

function alike(lives: readonly Life[], asOf: LocalDate, knownAt: LocalDate): MembersAlike[] {
  return lives.flatMap((life) => {
    const traits = countedBy(counted(life), asOf, knownAt);
    return traits ? [{ ...traits, count: 1 }] : [];
  });
}

function expectEveryListToHoldEveryMember({ total, byBranch, byDepartment, bySize, bySection }: MemberBreakdown): void {
  const lists = [[...byBranch.values()].map((count) => ({ count })), byDepartment, bySize, bySection];
  // Some hundred thousand times: one expectation of all lists takes a third of the time of four.
  const sums = lists.map((parts) => parts.reduce((sum, { count }) => sum + count, 0));
  expect(sums).toEqual(lists.map(() => total));
}

test('by rule: whatever is entered later, a count by the same day and the same knowledge stays (M3), and its parts are the whole (M11)', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(histories, (steps) => {
      let lives = [newcomer(), newcomer()];
      let today = firstDay;
      const answered: Answered<MemberBreakdown>[] = [];
      steps.forEach(({ days, company, act }, index) => {
        if (days > 0)
          for (const before of daysBefore) {
            const asOf = addDays(today, -before);
            answered.push({ asOf, knownAt: today, answer: breakDown(alike(lives, asOf, today)) });
          }
        today = addDays(today, days);
        const entry = act(lives[company] as Life, today, { home: 'tarn', other: 'toulouse' }, instant(today, index));
        if (entry) lives = lives.map((life, place) => (place === company ? entered(life, entry, today) : life));
      });
      for (const { asOf, knownAt, answer } of answered) {
        expect(breakDown(alike(lives, asOf, knownAt))).toEqual(answer);
        expectEveryListToHoldEveryMember(answer);
        for (const { size, count } of answer.bySize) if (count > 0) seen.add(`${size}`);
        for (const { section } of answer.bySection) seen.add(`section ${section}`);
        for (const { department } of answer.byDepartment) seen.add(`department ${department}`);
      }
    }),
    { numRuns: 200 },
  );
  const all = ['MIC', 'PME', 'ETI', 'null', 'section C', 'section J', 'section K', 'section null', 'department 81', 'department null'];
  expect([...seen]).toEqual(expect.arrayContaining(all));
});

test('on PostgreSQL: the same, for the whole network, and every count is the one by rule', async () => {
  const { membersAlike } = breakdownQueries(network.database);
  await fc.assert(
    fc.asyncProperty(histories, async (steps) => {
      const branches = { home: await newBranch(), other: await newBranch() };
      let lives = [await newCompany(), await newCompany()];
      let today = firstDay;
      const answered: Answered<readonly string[]>[] = [];
      const versions = new Map<string, number>();
      for (const [index, { days, company, act }] of steps.entries()) {
        if (days > 0)
          for (const before of daysBefore) {
            const asOf = addDays(today, -before);
            const answer = await membersAlike(asOf, today);
            answered.push({ asOf, knownAt: today, answer: rows(answer) });
            const ofThem = answer.filter(({ branchId }) => Object.values(branches).includes(branchId));
            expect(breakDown(ofThem)).toEqual(breakDown(alike(lives, asOf, today)));
          }
        today = addDays(today, days);
        const entry = act(lives[company] as Life, today, branches, instant(today, index));
        if (!entry) continue;
        const life = lives[company] as Life;
        await write(life.companyId, entry, today, versions);
        lives = lives.map((one) => (one === life ? entered(life, entry, today) : one));
      }
      for (const { asOf, knownAt, answer } of answered) {
        const now = await membersAlike(asOf, knownAt);
        expect(rows(now)).toEqual(answer);
        expectEveryListToHoldEveryMember(breakDown(now));
      }
    }),
    { numRuns: 6 },
  );
});

/** Each entry of a day a second after the one before. */
function instant(today: LocalDate, index: number): Date {
  return new Date(Date.parse(`${today}T09:00:00Z`) + index * 1000);
}

function rows(members: readonly MembersAlike[]): string[] {
  return members.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
}

async function newBranch(): Promise<Uuid> {
  const id = newId();
  const code = `b${id.replaceAll(/[^a-f]/g, '')}${letters(id)}`;
  await network.database.query(
    `INSERT INTO branch (id, code, kind, name_fr, name_en, country, town, opened_on, currency, time_zone, languages, departments)
     VALUES ($1, $2, 'LOCAL', 'x', 'x', 'FR', 'Albi', '2010-01-01', 'EUR', 'Europe/Paris', '{fr}', '{81}')`,
    [id, code],
  );
  return id;
}

/** The digits of an id as letters, since a code has none. */
function letters(id: string): string {
  return id.replaceAll(/\D/g, '').replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}

async function newCompany(): Promise<Life> {
  const life = newcomer();
  await network.database.query(`INSERT INTO company (id, legal_name, country) VALUES ($1, 'Va-et-vient', 'FR')`, [life.companyId]);
  return life;
}

/** By what the service writes with, so that what is tried here is what happens there. */
async function write(companyId: Uuid, entry: Entry, today: LocalDate, versions: Map<string, number>): Promise<void> {
  const { database } = network;
  switch (entry.kind) {
    case 'FILE': {
      const filed = { companyId, version: versions.get(companyId) ?? 0 };
      const { swapped, current } = await membershipFiles(database).enter(filed as never, filed.version, entry.entries);
      expect(swapped).toBe(true);
      versions.set(companyId, current ?? 0);
      break;
    }
    case 'SEAT':
      await factsBook(database).enterSite(
        newId(),
        companyId,
        { country: 'FR', town: 'Albi', department: entry.department, siret: null, openedOn: null, isSeat: true },
        today,
      );
      break;
    case 'ACTIVITY':
      await factsBook(database).enterActivity(companyId, entry.code, today);
      break;
    case 'FIGURES':
      await figuresBook(database).enterFigures(companyId, entry.figures, entry.at);
      break;
  }
}
