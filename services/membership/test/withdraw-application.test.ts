import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { applicant, change, newcomer, newMember } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { hub, member, type RunningMembership, reporter, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const itself = (companyId: string) => ({ ...member, company: companyId });
const withdraw = (companyId: string, input: object = {}, as: object = itself(companyId)) =>
  change(network, 'withdrawApplication', { companyId, expectedVersion: 1, motive: 'The plant is sold', ...input }, as);
const read = async (companyId: string, as: object) => {
  const selection = 'membershipFile { version application { appliedOn outcome decidedOn withdrawnOn withdrawalMotive } }';
  const { data } = await network.graph.ask(`query ($id: ID!) { company(id: $id) { ${selection} } }`, { as, variables: { id: companyId } });
  return data.company.membershipFile;
};

describe('a company that applied', () => {
  test('takes its application back: it waits no longer, and may apply again', async () => {
    const companyId = await applicant(network);
    expect((await withdraw(companyId)).done).toMatchObject({ version: 2, effectiveOn: today, company: { membershipStatus: 'PROSPECT' } });
    const application = { appliedOn: today, outcome: null, decidedOn: null, withdrawnOn: today, withdrawalMotive: 'The plant is sold' };
    expect(await read(companyId, itself(companyId))).toEqual({ version: 2, application });
    expect(await waiting()).not.toContain(companyId);
    const again = await change(network, 'applyForMembership', { companyId, branch: 'tarn', consent: true }, itself(companyId));
    expect(again.done).toMatchObject({ version: 3 });
    expect(await waiting()).toContain(companyId);
  });

  test('cannot once the bureau decided, and the bureau cannot once it did', async () => {
    const decided = await applicant(network);
    await change(network, 'decideApplication', { companyId: decided, expectedVersion: 1, outcome: 'APPROVED' });
    expect((await withdraw(decided, { expectedVersion: 2 })).done.reason).toBe('ALREADY_DECIDED');
    const withdrawn = await applicant(network);
    await withdraw(withdrawn);
    const late = await change(network, 'decideApplication', { companyId: withdrawn, expectedVersion: 2, outcome: 'APPROVED' });
    expect(late.done).toEqual({
      reason: 'APPLICATION_WITHDRAWN',
      message: 'The company withdrew this application: it may apply again.',
    });
    expect((await withdraw(withdrawn, { expectedVersion: 2 })).done.reason).toBe('APPLICATION_WITHDRAWN');
  });

  test('says why, has applied, and has read the file as it is', async () => {
    const companyId = await applicant(network);
    expect((await withdraw(companyId, { motive: ' ' })).done.reason).toBe('MOTIVE_MISSING');
    expect((await withdraw(companyId, { expectedVersion: 0 })).errors).toMatchObject([
      { extensions: { code: 'CONFLICT' }, message: expect.stringContaining('version is 1') },
    ]);
    expect((await withdraw(await newcomer(network), { expectedVersion: 0 })).done.reason).toBe('NO_APPLICATION');
    expect((await withdraw(await newMember(network), { expectedVersion: 3 })).done.reason).toBe('NO_APPLICATION');
  });

  test('is the only one who may: not its branch, which has to give a ground', async () => {
    const companyId = await applicant(network);
    for (const [as, code] of [
      [{}, 'UNAUTHENTICATED'],
      [hub, 'FORBIDDEN'],
      [reporter, 'FORBIDDEN'],
      [member, 'FORBIDDEN'],
      [leadOfTarn, 'FORBIDDEN'],
      [staff, 'FORBIDDEN'],
    ] as const)
      expect((await withdraw(companyId, {}, as)).errors).toMatchObject([{ extensions: { code } }]);
    expect((await read(companyId, staff)).application.withdrawnOn).toBeNull();
  });

  test('leaves no private word in the history', async () => {
    const companyId = await applicant(network);
    await withdraw(companyId, { motive: 'Canary Odile' });
    const [kept] = await network.database.query<{ words: string }>(
      `SELECT string_agg(h::text, ' ') AS words FROM history AS h WHERE action = 'withdrawApplication'`,
    );
    expect(kept?.words).toContain('WITHDRAWN');
    expect(kept?.words).not.toContain('Canary');
  });
});

describe('fifty at once', () => {
  test('withdraw, approve and reject one application: one of them wins, and the others hear what happened', async () => {
    for (const first of [0, 1]) {
      const companyId = await applicant(network);
      const asked = Array.from({ length: 50 }, (_, index) => {
        if (index % 2 === first) return withdraw(companyId);
        const decision = index % 4 === first + 1 ? { outcome: 'APPROVED' } : { outcome: 'REJECTED', ground: 'FILE_INCOMPLETE' };
        return change(network, 'decideApplication', { companyId, expectedVersion: 1, ...decision });
      });
      const answers = (await Promise.all(asked)).map(({ done, errors }) => done?.reason ?? (done ? 'CHANGED' : errors[0]?.extensions.code));
      const { version, application } = await read(companyId, staff);
      expect(version).toBe(2);
      expect([application.withdrawnOn, application.outcome].filter((one) => one !== null)).toHaveLength(1);
      const late = application.withdrawnOn ? 'APPLICATION_WITHDRAWN' : 'ALREADY_DECIDED';
      expect(answers.sort()).toEqual(['CHANGED', ...Array<string>(49).fill(late)].sort());
    }
  });

  test('the database holds it too: what was decided cannot be withdrawn, and there is no motive without a day', async () => {
    const companyId = await applicant(network);
    await change(network, 'decideApplication', { companyId, expectedVersion: 1, outcome: 'APPROVED' });
    const enter = (columns: string) =>
      network.database.query(`UPDATE membership_application SET ${columns} WHERE applied_on = $1 AND outcome = 'APPROVED'`, [today]);
    await expect(enter(`withdrawn_on = applied_on, withdrawal_motive = 'x'`)).rejects.toThrow('withdrawn_or_decided');
    await expect(enter(`withdrawal_motive = 'x'`)).rejects.toThrow('withdrawn_with_a_motive');
  });
});

async function waiting(): Promise<string[]> {
  const { data } = await network.graph.ask('{ openApplications(first: 100, branch: "tarn") { edges { node { company { id } } } } }', {
    as: staff,
  });
  return data.openApplications.edges.map(({ node }: { node: { company: { id: string } } }) => node.company.id);
}
