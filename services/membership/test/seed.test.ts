import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningMembership, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const counts = async (asOf?: string) => {
  const answer = await network.graph.ask(
    'query ($asOf: LocalDate) { memberCounts(asOf: $asOf) { asOf total east west hubMembers byBranch { branch { code } count } } activeMemberCount(asOf: $asOf) hubMemberCount(asOf: $asOf) }',
    { variables: { asOf } },
  );
  expect(answer.errors).toEqual([]);
  return answer.data;
};

describe('the number of members, for everybody to see', () => {
  test('is 235 on 23 November 2019, four fifths of them in the east, hubs counted apart', async () => {
    const { memberCounts, activeMemberCount, hubMemberCount } = await counts('2019-11-23');
    expect(activeMemberCount).toBe(235);
    expect(hubMemberCount).toBe(5);
    expect(memberCounts).toMatchObject({ asOf: '2019-11-23', total: 235, east: 190, west: 45, hubMembers: 5 });
    const byBranch = Object.fromEntries(
      memberCounts.byBranch.map((one: { branch: { code: string }; count: number }) => [one.branch.code, one.count]),
    );
    expect(byBranch).toEqual({ ales: 60, nimes: 35, 'gard-rhodanien': 40, montpellier: 55, aveyron: 12, tarn: 18, toulouse: 15 });
  });

  test('is zero before the network was founded', async () => {
    expect((await counts('2008-12-31')).memberCounts).toMatchObject({ total: 0, byBranch: [], hubMembers: 0 });
  });

  test('has nobody in the west before 2016', async () => {
    expect((await counts('2015-12-31')).memberCounts).toMatchObject({ total: 140, east: 140, west: 0 });
  });

  test('today leaves out who is late or suspended', async () => {
    const { memberCounts } = await counts();
    const count = async (status: string) => {
      const answer = await network.graph.ask(`{ companies(first: 1, membershipStatus: ${status}) { totalCount } }`, { as: staff });
      return answer.data.companies.totalCount as number;
    };
    const [late, suspended] = [await count('GRACE'), await count('SUSPENDED')];
    expect(late).toBeGreaterThan(2);
    expect(suspended).toBeGreaterThan(0);
    const [living] = await network.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM membership WHERE ended_on IS NULL',
    );
    expect(memberCounts.total + memberCounts.hubMembers).toBe((living?.count ?? 0) - late - suspended);
  });

  test('of a day to come is nobody’s to tell', async () => {
    const answer = await network.graph.ask('{ activeMemberCount(asOf: "2026-11-24") }');
    expect(answer.errors[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message: expect.stringContaining('The future is not known'),
    });
    expect(answer.data).toEqual({ activeMemberCount: null });
  });
});
