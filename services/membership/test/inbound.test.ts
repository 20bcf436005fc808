import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, idFromName, newId, parseId } from '@leader/subgraph-kit/values/ids';
import { addDays } from '@leader/subgraph-kit/values/local-date';
import { inboundQueries } from '../src/persistence/inbound/inbound.queries.ts';
import { isWithin } from '../src/use-cases/inbound/inbound-rights.ts';
import type { InboundReach } from '../src/use-cases/inbound/inbound-views.ts';
import { send } from './fixtures/changes.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { branchId, hub, member, type RunningMembership, reporter, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const refusedTypes = {
  openInboundProject: 'InboundOpeningRefused',
  qualifyInboundProject: 'InboundQualificationRefused',
  assignInboundProject: 'InboundAssignmentRefused',
  recordInboundVisit: 'InboundVisitRefused',
  decideInboundProject: 'InboundDecisionRefused',
  installInboundProject: 'InboundInstallationRefused',
} as const;
type InboundMutation = keyof typeof refusedTypes;
const act = (as: TestViewer, mutation: InboundMutation, input: object) =>
  send(
    network,
    as,
    mutation,
    input,
    `... on InboundProjectChanged { project { id version status since ownerBranch { code } sourceBranch { code } siret jobsCreated declineReason } }
     ... on ${refusedTypes[mutation]} { reason message }`,
  );

const leadOf = (branch: string): TestViewer => ({ ...leadOfTarn, sub: `lead of ${branch}`, branch });
const site = {
  organisation: 'Zagora Pièces SARL',
  country: 'MA',
  activitySection: 'C',
  surface: 800,
  departments: ['81'],
  budget: { amount: '150000.00', currency: 'EUR' },
  wantedOn: addDays(today, 120),
  jobsAnnounced: 12,
};
const seeded = (key: string) => encodeId('inbound', idFromName('inbound', key));
const read = (as: TestViewer, id: string, selection = 'id') =>
  network.graph.ask(`query ($id: ID!) { inboundProject(id: $id) { ${selection} } }`, { as, variables: { id } });

async function received(): Promise<string> {
  const { done } = await act(hub, 'openInboundProject', site);
  return done.project.id;
}
async function qualified(): Promise<string> {
  const projectId = await received();
  await act(staff, 'qualifyInboundProject', { projectId, expectedVersion: 1 });
  return projectId;
}

describe('a Moroccan supplier wants a site near Albi', () => {
  test('the hub in Casablanca writes it down, the Tarn takes it over, and it comes', async () => {
    const opened = await act(hub, 'openInboundProject', site);
    expect(opened.done.project).toMatchObject({ version: 1, status: 'RECEIVED', ownerBranch: null, sourceBranch: { code: 'maroc' } });
    const projectId = opened.done.project.id;
    const lead = leadOf('tarn');
    expect((await act(lead, 'qualifyInboundProject', { projectId, expectedVersion: 1 })).done.project.status).toBe('QUALIFIED');
    const assigned = await act(lead, 'assignInboundProject', { projectId, expectedVersion: 2, branch: 'tarn' });
    expect(assigned.done.project).toMatchObject({ version: 3, status: 'ASSIGNED', ownerBranch: { code: 'tarn' } });
    await act(lead, 'recordInboundVisit', { projectId, expectedVersion: 3, visitedOn: today });
    const secret = await read(member, projectId);
    expect(secret.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const yes = await act(lead, 'decideInboundProject', { projectId, expectedVersion: 4, outcome: 'YES' });
    expect(yes.done.project.status).toBe('DECIDED_YES');
    expect((await read(member, projectId, 'organisation')).data.inboundProject).toEqual({ organisation: site.organisation });
    const siret = { projectId, expectedVersion: 5, jobsCreated: 11 };
    expect((await act(lead, 'installInboundProject', { ...siret, siret: '008 423 121' })).done).toMatchObject({
      reason: 'SIRET_INVALID',
      message: expect.stringContaining('fourteen digits'),
    });
    const installed = await act(lead, 'installInboundProject', { ...siret, siret: '008 423 121 00014' });
    expect(installed.errors).toEqual([]);
    expect(installed.done).toMatchObject({ project: { status: 'INSTALLED', siret: '00842312100014', jobsCreated: 11 } });
    const [entry] = await network.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM history WHERE object_id = $1`, [
      parseId('inbound', projectId),
    ]);
    expect(entry?.count).toBe(6);
  });

  test('or does not come, and says why; then it stays a secret', async () => {
    const projectId = await qualified();
    expect((await act(staff, 'decideInboundProject', { projectId, expectedVersion: 2, outcome: 'NO' })).done.reason).toBe('REASON_MISSING');
    const no = await act(staff, 'decideInboundProject', { projectId, expectedVersion: 2, outcome: 'NO', reason: 'ANOTHER_REGION' });
    expect(no.done.project).toMatchObject({ status: 'DECIDED_NO', declineReason: 'ANOTHER_REGION' });
    expect((await read(member, projectId)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('the lead of a branch on Monday', () => {
  const waiting = (as: TestViewer, branch: string) =>
    network.graph.ask(
      `query ($branch: String) { inboundProjects(first: 50, waitingMoreThan: 7, branch: $branch) { edges { node { organisation status daysSince } } } }`,
      { as, variables: { branch } },
    );

  test('sees what has waited for more than seven days, the longest first', async () => {
    const { data } = await waiting(leadOf('tarn'), 'tarn');
    expect(data.inboundProjects.edges.map(({ node }: { node: unknown }) => node)).toEqual([
      { organisation: 'Anfa Moteurs SARL', status: 'ASSIGNED', daysSince: 45 },
      { organisation: 'Hudson Bench Optics LLC', status: 'QUALIFIED', daysSince: 9 },
    ]);
  });

  test('sees nothing of what another branch looks after', async () => {
    const { data } = await waiting(leadOf('ales'), 'tarn');
    const names = data.inboundProjects.edges.map(({ node }: { node: { organisation: string } }) => node.organisation);
    expect(names).not.toContain('Anfa Moteurs SARL');
    expect((await read(leadOf('ales'), seeded('anfa-moteurs'))).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('takes a project for the own branch only', async () => {
    const projectId = await qualified();
    const { errors } = await act(leadOf('tarn'), 'assignInboundProject', { projectId, expectedVersion: 2, branch: 'toulouse' });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' }, message: expect.stringContaining('(tarn)') }]);
  });
});

describe('a project has one owner (M8)', () => {
  test('however many branches take it at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const projectId = await qualified();
      const branches = ['tarn', 'toulouse', 'ales', 'nimes', 'aveyron', 'montpellier'];
      const asked = branches.map((branch) => act(staff, 'assignInboundProject', { projectId, expectedVersion: 2, branch }));
      const outcomes = (await Promise.all(asked)).map(({ done, errors }) => done.reason ?? errors[0]?.extensions.code ?? 'ASSIGNED');
      expect(outcomes.filter((outcome) => outcome === 'ASSIGNED')).toHaveLength(1);
      expect(outcomes.filter((outcome) => !['ASSIGNED', 'ASSIGNED_ALREADY'].includes(outcome))).toEqual([]);
    }
  });

  test('and whoever decides on an older version hears of the new one', async () => {
    const projectId = await qualified();
    const { errors } = await act(staff, 'assignInboundProject', { projectId, expectedVersion: 1, branch: 'tarn' });
    expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT' }, message: expect.stringContaining('version is 2') }]);
  });

  test('also in the database, whoever writes there', async () => {
    const insert = network.database.query(
      `INSERT INTO inbound_step (id, project_id, status, recorded_on, branch_id) VALUES ($1, $2, 'ASSIGNED', $3, $4)`,
      [newId(), idFromName('inbound', 'anfa-moteurs'), today, idFromName('branch', 'ales')],
    );
    await expect(insert).rejects.toThrow('inbound_step_assigned_once');
  });

  test('and a site belongs to one project', async () => {
    const [taken] = await network.database.query<{ siret: string }>('SELECT siret FROM inbound_project WHERE siret IS NOT NULL LIMIT 1');
    const input = { projectId: seeded('lotus-reagents'), expectedVersion: 5, siret: taken?.siret, jobsCreated: 2 };
    expect((await act(staff, 'installInboundProject', input)).done.reason).toBe('SIRET_TAKEN');
  });
});

describe('who may do what about inbound projects', () => {
  test('members, reports and strangers change nothing; a hub brings projects and does no more', async () => {
    const projectId = await qualified();
    const changes: [InboundMutation, object][] = [
      ['openInboundProject', site],
      ['qualifyInboundProject', { projectId, expectedVersion: 2 }],
      ['assignInboundProject', { projectId, expectedVersion: 2, branch: 'tarn' }],
      ['recordInboundVisit', { projectId, expectedVersion: 2, visitedOn: today }],
      ['decideInboundProject', { projectId, expectedVersion: 2, outcome: 'DORMANT' }],
      ['installInboundProject', { projectId, expectedVersion: 2, siret: '1', jobsCreated: 1 }],
    ];
    for (const [mutation, input] of changes)
      for (const [as, code] of [
        [{}, 'UNAUTHENTICATED'],
        [member, 'FORBIDDEN'],
        [reporter, 'FORBIDDEN'],
        [{ ...leadOfTarn, scopes: ['members:read', 'branch:manage'] }, 'FORBIDDEN'],
        ...(mutation === 'openInboundProject' ? [] : [[hub, 'FORBIDDEN'] as const]),
      ] as const)
        expect([mutation, (await act(as, mutation, input)).errors.map(({ extensions }) => extensions.code)]).toEqual([mutation, [code]]);
  });

  test('a hub sees what it brought, and nothing of another hub', async () => {
    expect((await read(hub, seeded('atlas-fixations'), 'organisation')).data.inboundProject.organisation).toBe('Atlas Fixations SARL');
    const [foreign, absent] = [await read(hub, seeded('hudson-optics')), await read(hub, encodeId('inbound', newId()))];
    expect(foreign.errors[0]).toMatchObject({ message: absent.errors[0]?.message, extensions: { code: 'NOT_FOUND' } });
  });

  test('every project is in a list when it may be read, and not otherwise', async () => {
    const queries = inboundQueries(network.database);
    const everything = await queries.inboundPage(
      { reach: { kind: 'ALL' }, status: null, branch: null, waitingSinceBefore: null },
      queries.longestWaiting.page({ first: 100 }),
    );
    expect(everything.length).toBeGreaterThan(15);
    const branches = await network.database.query<{ branchId: string; departments: string[] }>(
      'SELECT id AS "branchId", departments FROM branch',
    );
    const reaches: InboundReach[] = [
      { kind: 'PUBLISHED' },
      ...branches.map((branch) => ({ kind: 'BRANCH' as const, ...branch })),
      ...branches.map(({ branchId: id }) => ({ kind: 'SOURCE' as const, branchId: id })),
    ];
    for (const reach of reaches) {
      const listed = await queries.inboundPage(
        { reach, status: null, branch: null, waitingSinceBefore: null },
        queries.longestWaiting.page({ first: 100 }),
      );
      expect(listed.map(({ id }) => id)).toEqual(everything.filter((project) => isWithin(reach, project)).map(({ id }) => id));
    }
  });

  test('figures are for branches and reports, by the day, and leave out small numbers', async () => {
    const ask = (as: TestViewer, asOf: string = today) =>
      network.graph.ask('query ($asOf: LocalDate) { inboundFigures(asOf: $asOf) { received installed jobsCreated declined } }', {
        as,
        variables: { asOf },
      });
    expect((await ask(member)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await ask({})).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    const yesterday = addDays(today, -1);
    const before = (await ask(reporter, yesterday)).data.inboundFigures;
    expect(before).toMatchObject({ installed: 6, jobsCreated: 106, declined: 5 });
    const projectId = await qualified();
    await act(staff, 'decideInboundProject', { projectId, expectedVersion: 2, outcome: 'NO', reason: 'TIMING' });
    expect((await ask(reporter, yesterday)).data.inboundFigures).toEqual(before);
    expect((await ask(reporter, addDays(today, -700))).data.inboundFigures).toMatchObject({
      installed: null,
      jobsCreated: null,
      declined: null,
    });
    expect((await ask(reporter, addDays(today, 1))).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('what cannot be understood', () => {
  test.each([
    ['department 9', { departments: ['9'] }, 'DEPARTMENT_OUTSIDE'],
    ['a surface of nothing', { surface: 0 }, 'SURFACE_IMPOSSIBLE'],
    ['a day that has passed', { wantedOn: '2026-11-22' }, 'WANTED_ON_PASSED'],
    ['fewer than no jobs', { jobsAnnounced: -1 }, 'JOBS_IMPOSSIBLE'],
  ])('is refused with a reason: %s', async (_, wrong, reason) => {
    expect((await act(hub, 'openInboundProject', { ...site, ...wrong })).done.reason).toBe(reason);
  });

  test.each([
    ['a section that is none', { activitySection: 'Industry' }, 'from A to U'],
    ['a budget in words', { budget: { amount: '1e3', currency: 'EUR' } }, 'digits'],
    ['a currency that is none', { budget: { amount: '10', currency: 'EURO' } }, 'ISO 4217'],
    ['a country in small letters', { country: 'ma' }, 'MA'],
    ['a name that runs backwards', { organisation: 'A\u202eB' }, 'control characters'],
  ])('is told in a sentence: %s', async (_, wrong, words) => {
    const { errors } = await act(hub, 'openInboundProject', { ...site, ...wrong });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining(words) }]);
  });

  test.each([
    ['a page of a million', 'first: 1000000', 'BAD_USER_INPUT', '1 to 100'],
    ['a cursor of another list', 'first: 1, after: "WyJmaWd1cmVzIl0"', 'BAD_USER_INPUT', 'cursor'],
    ['fewer than no days', 'first: 1, waitingMoreThan: -1', 'BAD_USER_INPUT', '0 to 3,650'],
    ['a branch that does not exist', 'first: 1, branch: "atlantide"', 'NOT_FOUND', 'no such branch'],
  ])('is told in a sentence: %s', async (_, args, code, words) => {
    const { errors } = await network.graph.ask(`{ inboundProjects(${args}) { edges { cursor } } }`, { as: staff });
    expect(errors).toMatchObject([{ extensions: { code }, message: expect.stringContaining(words) }]);
  });

  test('is told in a sentence: the id of a branch for a project', async () => {
    expect((await read(staff, branchId('tarn'))).errors[0]?.message).toContain('an inbound is expected'.replace('an ', 'a '));
  });
});

test('a list costs the same statements for one project as for many', async () => {
  const text = `query ($first: Int!) { inboundProjects(first: $first) { edges { node { organisation budget { amount } ownerBranch { name } sourceBranch { name } } } } }`;
  const cost = async (first: number) => {
    const sent = await network.statements.during(async () => {
      expect((await network.graph.ask(text, { as: staff, variables: { first } })).errors).toEqual([]);
    });
    return sent.length;
  };
  expect(await cost(50)).toBe(await cost(1));
});
