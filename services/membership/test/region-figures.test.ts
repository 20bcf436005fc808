import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { newId } from '@leader/subgraph-kit/values/ids';
import { addDays, addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { growthOf } from '../src/domain/counts/growth.ts';
import { MembershipRecord } from '../src/domain/membership-record.ts';
import { regionQueries } from '../src/persistence/counts/region.queries.ts';
import { figuresQueries } from '../src/persistence/figures.queries.ts';
import { membershipQueries } from '../src/persistence/membership.queries.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { hub, member, type RunningMembership, reporter, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const selections = {
  memberRetention: 'asOf since cohort retained undecided left rate gap { code message }',
  exchangeFigures: 'year asOf exchanges hours byTheme { theme exchanges hours }',
  responsibilityFigures: 'asOf knownAt members byKind { kind members share }',
  growthFigures: `asOf knownAt ${['turnover', 'fte'].map((of) => `${of} { companies lowerQuartile median upperQuartile gap { code } }`).join(' ')}`,
} as const;
type Figure = keyof typeof selections;
const figures = Object.keys(selections) as Figure[];

function ask(as: TestViewer, figure: Figure, asked: Record<string, string | number> = {}) {
  const all = figure === 'exchangeFigures' ? { year: 2025, ...asked } : asked;
  const named = Object.entries(all).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const given = named.length > 0 ? `(${named.join(', ')})` : '';
  return network.graph.ask(`{ ${figure}${given} { ${selections[figure]} } }`, { as });
}

async function records(): Promise<ReadonlyMap<string, MembershipRecord>> {
  const { memberships, graceRules, branches } = membershipQueries(network.database);
  const companies = await network.database.query<{ id: string }>('SELECT id FROM company');
  const hubs = new Set((await branches()).filter(({ kind }) => kind === 'HUB').map(({ id }) => id));
  const periods = (await memberships(companies.map(({ id }) => id))).filter(({ branchId }) => !hubs.has(branchId));
  const rules = await graceRules();
  return new Map(
    companies.map(({ id }) => [
      id,
      new MembershipRecord(
        periods.filter(({ companyId }) => companyId === id),
        rules,
      ),
    ]),
  );
}

describe('retention', () => {
  test('says of every company, on any day, what the rule says of it a year before and now', async () => {
    const { cohortOf } = regionQueries(network.database);
    const all = [...(await records()).values()];
    const seen = { undecided: 0, left: 0 };
    const days = fc.integer({ min: 0, max: 6200 }).map((ago) => addDays(today, -ago));
    await fc.assert(
      fc.asyncProperty(days, async (day) => {
        const cohort = all.filter((record) => record.statusOn(addMonths(day, -12)) === 'ACTIVE');
        const now = cohort.map((record) => record.statusOn(day));
        const retained = now.filter((status) => status === 'ACTIVE').length;
        const undecided = now.filter((status) => ['GRACE', 'SUSPENDED'].includes(status)).length;
        expect(await cohortOf(day)).toEqual({ cohort: cohort.length, retained, undecided });
        seen.undecided += undecided;
        seen.left += cohort.length - retained - undecided;
      }),
      { numRuns: 40, examples: [[today], [addDays(today, -1)], [addDays(today, -30)]] },
    );
    expect(seen.undecided).toBeGreaterThan(0);
    expect(seen.left).toBeGreaterThan(0);
  });

  test('is told with its cohort, and says why it is not', async () => {
    const { data } = await ask(reporter, 'memberRetention', { asOf: '2018-06-30' });
    const { cohort, retained, rate, since } = data.memberRetention;
    expect([since, rate === null || rate === retained / cohort]).toEqual(['2017-06-30', true]);
    const nobody = await ask({ ...reporter, lang: 'fr' }, 'memberRetention', { asOf: '2009-12-31' });
    expect(nobody.data.memberRetention).toMatchObject({
      ...{ cohort: 0, rate: null, gap: { code: 'NOBODY', message: expect.stringContaining('demandez un autre jour') } },
    });
  });
});

describe('exchanges of expertise', () => {
  test('are counted by theme with their hours, as they were known on a day, and small numbers are left out', async () => {
    const { exchangesDone } = regionQueries(network.database);
    const rows = await network.database.query<{ theme: string; expert: string; seeker: string; on: string; quarters: number }>(
      `SELECT theme, expert_id AS expert, seeker_id AS seeker, done_on::text AS on, quarter_hours AS quarters FROM expertise_exchange WHERE done_on IS NOT NULL`,
    );
    const of = (done: typeof rows) => ({
      exchanges: done.length,
      companies: new Set(done.flatMap(({ expert, seeker }) => [expert, seeker])).size,
      quarterHours: done.reduce((sum, { quarters }) => sum + quarters, 0),
    });
    for (const year of [2012, 2019, 2025, 2026])
      for (const asOf of [today, `${year}-06-30` as LocalDate]) {
        const done = rows.filter(({ on }) => on.startsWith(`${year}`) && on <= asOf);
        const themes = [...new Set(done.map(({ theme }) => theme))].sort();
        expect(await exchangesDone(`${year}-01-01` as LocalDate, `${year}-12-31` as LocalDate, asOf)).toEqual([
          { theme: null, ...of(done) },
          ...themes.map((theme) => ({ theme, ...of(done.filter((one) => one.theme === theme)) })),
        ]);
        const { data } = await ask(reporter, 'exchangeFigures', { year, asOf });
        const told = [data.exchangeFigures, ...data.exchangeFigures.byTheme];
        expect(told.filter(({ exchanges }) => exchanges > 0 && exchanges < 5)).toEqual([]);
        expect(told.filter(({ exchanges, hours }) => (exchanges === null) !== (hours === null))).toEqual([]);
      }
  });

  test('of a year in which many took place are told', async () => {
    const companies = await network.database.query<{ id: string }>(`SELECT id FROM company ORDER BY id LIMIT 8`);
    const listing = await network.database.query<{ id: string }>('SELECT id FROM expertise_listing LIMIT 1');
    for (const [index, { id }] of companies.slice(1).entries())
      await network.database.query(
        `INSERT INTO expertise_exchange (id, listing_id, theme, expert_id, seeker_id, proposed_by, proposed_on, answer_by, accepted_on, done_on, quarter_hours, outcome)
         VALUES ($1, $2, $3, $4, $5, $5, '2010-03-01', '2010-03-31', '2010-03-02', '2010-03-20', 7, 'SOLVED')`,
        [newId(), listing[0]?.id, index === 0 ? 'export' : 'financing', companies[0]?.id, id],
      );
    const { data } = await ask(reporter, 'exchangeFigures', { year: 2010 });
    expect(data.exchangeFigures).toMatchObject({ exchanges: 7, hours: 12.25 });
    // The one on export would be what is missing to the whole, so that the six on financing are left out too.
    expect(data.exchangeFigures.byTheme).toEqual([
      { theme: 'export', exchanges: null, hours: null },
      { theme: 'financing', exchanges: null, hours: null },
    ]);
  });
});

describe('what members show', () => {
  test('is a share of those who are active, by what holds that day and was known', async () => {
    const active = [...(await records())].filter(([, record]) => record.statusOn(today) === 'ACTIVE').map(([id]) => id);
    const show = (companies: readonly string[], fact: { kind?: string; valid?: string; stated?: string; entered?: string }) =>
      network.database.query(
        `INSERT INTO responsibility_fact (id, company_id, kind, score, stated_on, valid_until, source, entered_on)
         SELECT gen_random_uuid(), of.id, $2, CASE WHEN $2 = 'IMPACT_SCORE' THEN 61 END, $3, $4, 'DECLARED', $5 FROM unnest($1::uuid[]) AS of(id)`,
        [companies, fact.kind ?? 'IMPACT_SCORE', fact.stated ?? '2026-02-01', fact.valid ?? null, fact.entered ?? '2026-03-01'],
      );
    await show(active.slice(0, 30), {});
    await show(active.slice(0, 10), { stated: '2025-02-01' });
    await show(active.slice(30, 36), { valid: '2026-06-30' });
    await show(active.slice(36, 46), { entered: '2026-09-01' });
    await show(active.slice(0, 3), { kind: 'VSME_BASIC' });
    const outside = await network.database.query<{ id: string }>(
      `SELECT company_id AS id FROM membership GROUP BY company_id HAVING max(coalesce(ended_on, 'infinity')) < '2025-01-01' LIMIT 5`,
    );
    expect(outside.length).toBeGreaterThan(0);
    await show(
      outside.map(({ id }) => id),
      {},
    );
    const shown = async (asked = {}) => {
      const { members, byKind } = (await ask(reporter, 'responsibilityFigures', asked)).data.responsibilityFigures;
      return { members, score: byKind[0], report: byKind[1], other: byKind.slice(2) };
    };
    const now = await shown();
    expect(now).toMatchObject({
      members: active.length,
      score: { kind: 'IMPACT_SCORE', members: 40, share: 40 / active.length },
      report: { kind: 'VSME_BASIC', members: null, share: null },
    });
    expect(now.other).toMatchObject([
      { kind: 'VSME_COMPREHENSIVE', members: 0, share: 0 },
      { kind: 'LABEL', members: 0, share: 0 },
    ]);
    const june = addDays(today, -150);
    expect(june).toBe('2026-06-26');
    const counted = async (knownAt: string) => (await shown({ asOf: june, knownAt })).score.members;
    const inJune = await counted(june);
    expect([inJune, await counted('2026-08-31')]).toEqual([36, 36]);
    expect(await counted('2026-09-01')).toBe(46);
  });
});

describe('growth', () => {
  /** As linear interpolation between the ranks has it. */
  function quartilesOf(growths: readonly number[]): number[] {
    const sorted = [...growths].sort((left, right) => left - right);
    return [0.25, 0.5, 0.75].map((share) => {
      const rank = share * (sorted.length - 1);
      const [below = 0, above = below] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
      return below + (above - below) * (rank - Math.floor(rank));
    });
  }

  test('is drawn, on any day and by any knowledge, from what the rule says of every active member', async () => {
    const { growthOfAll } = regionQueries(network.database);
    const all = await records();
    // Years that cannot be compared: of another length or currency, from nothing, or not wholly known.
    const odd = [
      ['2024-12-31', 18, 'EUR', 5_000_000, 12],
      ['2024-12-31', 12, 'MAD', 5_000_000, 12],
      ['2023-12-31', 12, 'EUR', 0, 0],
      ['2025-12-31', 12, 'EUR', null, 14],
    ];
    const ids = [...all.keys()].filter((id) => all.get(id)?.statusOn(today) === 'ACTIVE');
    for (const [index, [closedOn, months, currency, turnover, fte]] of odd.entries())
      for (const id of ids.slice(index * 4, index * 4 + 4))
        await network.database.query(
          `INSERT INTO annual_figures (id, company_id, closed_on, months, currency, turnover, fte, source, entered_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 'DECLARED', '2026-09-01T09:00:00Z')`,
          [newId(), id, closedOn, months, currency, turnover, fte],
        );
    const reports = await figuresQueries(network.database).figures([...all.keys()]);
    const ofCompany = new Map([...all.keys()].map((id) => [id, reports.filter(({ companyId }) => companyId === id)]));
    const between = fc.tuple(fc.nat(3000), fc.nat(700)).map(([ago, later]) => {
      const asOf = addDays(today, -ago);
      const knownAt = addDays(asOf, later);
      return [asOf, [knownAt, today].sort()[0] as LocalDate] as const;
    });
    await fc.assert(
      fc.asyncProperty(between, async ([asOf, knownAt]) => {
        const grown = [...all].flatMap(([id, record]) =>
          record.statusOn(asOf) === 'ACTIVE' ? [growthOf(ofCompany.get(id) ?? [], asOf, knownAt)] : [],
        );
        const byDatabase = await growthOfAll(asOf, knownAt);
        for (const what of ['turnover', 'fte'] as const) {
          const known = grown.map((growth) => growth[what]).filter((growth) => growth !== null);
          expect(byDatabase[`${what}Companies`]).toBe(known.length);
          if (known.length === 0) expect(byDatabase[`${what}Quartiles`]).toBeNull();
          quartilesOf(known).forEach((quartile, index) => {
            if (known.length > 0) expect(byDatabase[`${what}Quartiles`]?.[index]).toBeCloseTo(quartile, 9);
          });
        }
      }),
      { numRuns: 25, examples: [[[today, today]], [[addDays(today, -200), addDays(today, -1)]]] },
    );
  });

  test('is told with how many it is drawn from; a correction that arrives later changes nothing that was known', async () => {
    const asOf = addDays(today, -120);
    const before = (await ask(reporter, 'growthFigures', { asOf })).data.growthFigures;
    expect(before.turnover.companies).toBeGreaterThanOrEqual(5);
    expect(before.turnover).toMatchObject({ median: expect.any(Number), gap: null });
    await network.database.query(
      `INSERT INTO annual_figures (id, company_id, closed_on, currency, turnover, fte, source, entered_at)
       SELECT gen_random_uuid(), id, '2025-12-31', 'EUR', 1, 900, 'FILED', $1::timestamptz FROM company`,
      [`${today}T10:00:00Z`],
    );
    expect((await ask(reporter, 'growthFigures', { asOf })).data.growthFigures).toEqual(before);
    expect((await ask(reporter, 'growthFigures', { asOf, knownAt: today })).data.growthFigures.turnover).not.toEqual(before.turnover);
  });

  test('of nobody says so', async () => {
    const { data } = await ask(reporter, 'growthFigures', { asOf: '2009-11-30' });
    expect(data.growthFigures.fte).toMatchObject({ companies: 0, median: null, gap: { code: 'NOBODY' } });
  });
});

describe.each(figures)('%s', (figure) => {
  test('is for branches and for reports, and for nobody else', async () => {
    for (const as of [reporter, staff, leadOfTarn]) expect((await ask(as, figure)).errors).toEqual([]);
    for (const [as, code] of [
      [{}, 'UNAUTHENTICATED'],
      [member, 'FORBIDDEN'],
      [hub, 'FORBIDDEN'],
    ] as const)
      expect((await ask(as, figure)).errors).toMatchObject([{ extensions: { code } }]);
  });

  test('does not know the future', async () => {
    expect((await ask(reporter, figure, { asOf: addDays(today, 1) })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('The future is not known') },
    ]);
  });

  test('costs the same statements for a network without members as for one with many', async () => {
    const cost = async (asOf: string) => {
      const sent = await network.statements.during(async () => expect((await ask(reporter, figure, { asOf })).errors).toEqual([]));
      return sent.length;
    };
    expect(await cost('2009-11-01')).toBe(await cost(today));
  });
});

test('a year before there was a network, and knowledge from before the day, are answered with a sentence', async () => {
  expect((await ask(reporter, 'exchangeFigures', { year: 1999 })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  for (const figure of ['growthFigures', 'responsibilityFigures'] as const)
    expect((await ask(reporter, figure, { asOf: today, knownAt: addDays(today, -1) })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('says nothing of it') },
    ]);
});
