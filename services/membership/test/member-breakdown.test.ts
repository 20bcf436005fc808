import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { addDays } from '@leader/subgraph-kit/values/local-date';
import { leadOfTarn } from './fixtures/lists.ts';
import { hub, member, type RunningMembership, reporter, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const everything = `asOf knownAt total byBranch { branch { code } count } byFormerRegion { formerRegion count }
  byDepartment { department count } bySize { size count } bySection { section nomenclature count }`;
const ask = (as: TestViewer, variables: Record<string, unknown> = {}, selection = everything) =>
  network.graph.ask(`query ($asOf: LocalDate, $knownAt: LocalDate) { memberBreakdown(asOf: $asOf, knownAt: $knownAt) { ${selection} } }`, {
    as,
    variables,
  });
type Counts = readonly { readonly count: number | null }[];
const sum = (counts: Counts) => counts.reduce((whole, { count }) => whole + (count ?? 0), 0);

describe('the members of the network by what they are counted by', () => {
  test('are those of memberCounts, branch by branch and region by region, on any day', async () => {
    for (const asOf of [today, '2020-06-30', '2010-01-31', '2009-11-22']) {
      const { data } = await ask(reporter, { asOf });
      const { data: headline } = await network.graph.ask(
        'query ($asOf: LocalDate) { memberCounts(asOf: $asOf) { total east west byBranch { branch { code } count } } }',
        { as: reporter, variables: { asOf } },
      );
      const { total, byBranch, byFormerRegion } = data.memberBreakdown;
      const [{ count: east }, { count: west }] = byFormerRegion;
      expect({ total, east, west, byBranch }).toEqual(headline.memberCounts);
    }
  });

  test('are told where nobody is recognised: no number of one to four, and none that could be worked out', async () => {
    const { data } = await ask(reporter);
    const { total, byDepartment, bySize, bySection } = data.memberBreakdown;
    expect(total).toBeGreaterThan(100);
    for (const parts of [byDepartment, bySize, bySection] as Counts[]) {
      const left = total - sum(parts);
      expect([left === 0 || left >= 5, parts.some(({ count }) => count !== null && count > 0 && count < 5)]).toEqual([true, false]);
      expect(parts.filter(({ count }) => count === null).length).not.toBe(1);
    }
    expect(byDepartment).toContainEqual({ department: '81', count: expect.any(Number) });
    expect(bySize).toContainEqual({ size: 'PME', count: expect.any(Number) });
    expect(bySection).toContainEqual({ section: 'C', nomenclature: 'NAF_REV_2', count: expect.any(Number) });
  });

  test('stay as they were known: a correction that arrives later counts from its day of knowledge on', async () => {
    const asOf = addDays(today, -400);
    const sizes = async (knownAt?: string) => (await ask(reporter, { asOf, knownAt })).data.memberBreakdown.bySize;
    const before = [await sizes(), await sizes(addDays(today, -1)), await sizes(today)];
    await network.database.query(
      `INSERT INTO annual_figures (id, company_id, closed_on, currency, turnover, fte, source, entered_at)
       SELECT gen_random_uuid(), m.company_id, '2024-12-31', 'EUR', 99900000000, 700, 'FILED', $1::timestamptz
       FROM membership AS m WHERE m.began_on < $2 AND m.ended_on IS NULL`,
      [`${today}T10:00:00Z`, asOf],
    );
    expect([await sizes(), await sizes(addDays(today, -1))]).toEqual(before.slice(0, 2));
    expect(await sizes(today)).not.toEqual(before[2]);
  });

  test('cost the same statements on any day', async () => {
    const cost = async (asOf: string) => {
      const sent = await network.statements.during(async () => expect((await ask(reporter, { asOf })).errors).toEqual([]));
      return sent.length;
    };
    expect(await cost('2009-11-23')).toBe(await cost(today));
  });
});

describe('who may ask, and about what', () => {
  test.each([
    ['anybody without a token', {}, 'UNAUTHENTICATED'],
    ['a member', member, 'FORBIDDEN'],
    ['a hub abroad', hub, 'FORBIDDEN'],
  ])('it is not for %s', async (_, as, code) => {
    expect((await ask(as)).errors).toMatchObject([{ extensions: { code } }]);
  });

  test.each([
    ['reports', reporter],
    ['staff', staff],
    ['the lead of a branch', leadOfTarn],
  ])('it is for %s', async (_, as) => {
    expect((await ask(as, {}, 'total')).errors).toEqual([]);
  });

  test.each([
    ['a day to come', { asOf: addDays(today, 1) }, 'The future is not known'],
    ['knowledge of a day to come', { asOf: today, knownAt: addDays(today, 1) }, 'The future is not known'],
    ['what was known before that day', { asOf: today, knownAt: addDays(today, -1) }, 'says nothing of it'],
  ])('%s is answered with a sentence', async (_, variables, words) => {
    expect((await ask(reporter, variables)).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining(words) },
    ]);
  });
});
