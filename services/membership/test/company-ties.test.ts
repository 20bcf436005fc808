import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, newId } from '@leader/subgraph-kit/values/ids';
import { send, speakerOf } from './fixtures/changes.ts';
import { newcomer, newMember } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { albi, companyId, hub, member, type RunningMembership, reporter, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const refusedTypes = {
  joinUndertaking: 'UndertakingRefused',
  leaveUndertaking: 'UndertakingDepartureRefused',
  recordNetworkTie: 'NetworkTieRefused',
  endNetworkTie: 'NetworkTieEndRefused',
  recordResponsibility: 'ResponsibilityRefused',
} as const;
type TiesMutation = keyof typeof refusedTypes;
const ties =
  'factsVersion undertakingId networkTies { id kind name since until } responsibility { kind score name statedOn validUntil source }';
const act = (as: TestViewer, mutation: TiesMutation, input: object) =>
  send(
    network,
    as,
    mutation,
    input,
    `... on CompanyFactsChanged { company { ${ties} } } ... on ${refusedTypes[mutation]} { reason message }`,
  );
const of = (id: string, as: TestViewer = staff, selection = ties) =>
  network.graph.ask(`query ($id: ID!) { company(id: $id) { ${selection} } }`, { as, variables: { id } });

test('a member tells of its cluster and of its Impact Score; the better sourced stands beside what it declared', async () => {
  const tied = await act(member, 'recordNetworkTie', {
    companyId: albi,
    expectedVersion: 0,
    kind: 'CLUSTER',
    name: ' Grappe Aéro Tarnaise ',
    since: '2019-05-01',
  });
  expect(tied.errors).toEqual([]);
  const [tie] = tied.done.company.networkTies;
  expect(tie).toMatchObject({ kind: 'CLUSTER', name: 'Grappe Aéro Tarnaise', since: '2019-05-01', until: null });
  const again = { companyId: albi, expectedVersion: 1, kind: 'NETWORK', name: 'grappe aero tarnaise' };
  expect((await act(member, 'recordNetworkTie', again)).done.reason).toBe('TIE_KNOWN_ALREADY');
  const ended = await act(member, 'endNetworkTie', { companyId: albi, expectedVersion: 1, networkTieId: tie.id, until: '2026-06-30' });
  expect(ended.done.company.networkTies).toMatchObject([{ until: '2026-06-30' }]);
  const score = { companyId: albi, kind: 'IMPACT_SCORE', score: 61.5, statedOn: '2026-03-01', validUntil: '2028-02-29' };
  const declared = await act(member, 'recordResponsibility', { ...score, expectedVersion: 2, source: 'DECLARED' });
  expect(declared.done.company.responsibility).toEqual([
    { kind: 'IMPACT_SCORE', score: 61.5, name: null, statedOn: '2026-03-01', validUntil: '2028-02-29', source: 'DECLARED' },
  ]);
  const refused = await act(member, 'recordResponsibility', { ...score, expectedVersion: 3, source: 'AUDITED' });
  expect(refused.done).toMatchObject({ reason: 'SOURCE_NOT_YOURS', message: expect.stringContaining('its branch') });
  const twice = await act(staff, 'recordResponsibility', { ...score, expectedVersion: 3, source: 'AUDITED' });
  expect(twice.done.reason).toBe('FACT_KNOWN_ALREADY');
  const audited = await act(leadOfTarn, 'recordResponsibility', {
    ...score,
    score: 58,
    statedOn: '2026-04-01',
    expectedVersion: 3,
    source: 'AUDITED',
  });
  expect(audited.done.company.responsibility.map((fact: { score: number }) => fact.score)).toEqual([58, 61.5]);
  const onlyHistory = await network.database.query(
    `SELECT fields, to_state, why FROM history WHERE action = 'recordResponsibility' ORDER BY sequence`,
  );
  expect(onlyHistory[0]).toEqual({ fields: ['responsibility'], to_state: 'IMPACT_SCORE', why: 'DECLARED' });
});

describe('two companies that are one undertaking', () => {
  test('share its id, do not meet as peers (M7), and stand alone again when one leaves', async () => {
    const [expert, seeker] = [await newMember(network), await newMember(network)];
    const speaker = (id: string): TestViewer => ({ ...member, sub: id, company: id });
    const draft = { kind: 'OFFER', theme: 'governance', title: 'Une gouvernance à deux', openUntil: '2027-01-31' };
    const published = await send(network, speaker(expert), 'publishListing', draft, '... on ExpertiseListingChanged { listing { id } }');
    const joined = await act(staff, 'joinUndertaking', { companyId: expert, expectedVersion: 0, otherCompanyId: seeker });
    const { undertakingId } = joined.done.company;
    expect(undertakingId).toMatch(/^undertaking_/);
    expect((await of(seeker)).data.company.undertakingId).toBe(undertakingId);
    const propose = () =>
      send(
        network,
        speaker(seeker),
        'proposeExchange',
        { listingId: published.done.listing.id },
        '... on ExchangeProposalRefused { reason }',
      );
    expect((await propose()).done.reason).toBe('SAME_GROUP');
    const again = await act(staff, 'joinUndertaking', { companyId: expert, expectedVersion: 1, otherCompanyId: seeker });
    expect(again.done.reason).toBe('JOINED_ALREADY');
    const left = await act(staff, 'leaveUndertaking', { companyId: expert, expectedVersion: 1 });
    expect(left.done.company.undertakingId).toBeNull();
    expect((await of(seeker)).data.company.undertakingId).toBeNull();
    expect((await propose()).typeName).toBe('ExpertiseExchangeChanged');
  });

  test('of many that link up at once none is lost, and none is left in a group of its own', async () => {
    const parent = await newcomer(network);
    const daughters = await Promise.all(Array.from({ length: 12 }, () => newcomer(network)));
    const join = (companyId: string) => act(staff, 'joinUndertaking', { companyId, expectedVersion: 0, otherCompanyId: parent });
    const joined = await Promise.all(daughters.map(join));
    expect(joined.flatMap(({ errors }) => errors)).toEqual([]);
    const groupOf = async (id: string) => (await of(id)).data.company.undertakingId;
    const groups = new Set(await Promise.all([parent, ...daughters].map(groupOf)));
    expect([...groups]).toEqual([expect.stringMatching(/^undertaking_/)]);
    await Promise.all(daughters.map((companyId) => act(staff, 'leaveUndertaking', { companyId, expectedVersion: 1 })));
    expect(await Promise.all([parent, ...daughters].map(groupOf))).toEqual(Array(13).fill(null));
  });
});

test.each<[string, TestViewer, TiesMutation, object, string]>([
  [
    'no company enters its own undertaking',
    member,
    'joinUndertaking',
    { companyId: albi, otherCompanyId: companyId('dadou-data') },
    'FORBIDDEN',
  ],
  ['an undertaking with nobody', staff, 'joinUndertaking', { otherCompanyId: encodeId('company', newId()) }, 'NOT_FOUND'],
  ['a tie that is none of its own', staff, 'endNetworkTie', { networkTieId: encodeId('tie', newId()) }, 'NOT_FOUND'],
  ['another member', speakerOf('dadou-data'), 'recordNetworkTie', { kind: 'NETWORK', name: 'Cercle' }, 'FORBIDDEN'],
  ['a stranger', {}, 'recordNetworkTie', { kind: 'NETWORK', name: 'Cercle' }, 'UNAUTHENTICATED'],
  ['a hub abroad', hub, 'recordNetworkTie', { kind: 'NETWORK', name: 'Cercle' }, 'FORBIDDEN'],
  ['reports', reporter, 'leaveUndertaking', {}, 'FORBIDDEN'],
  ['a name that turns its direction', staff, 'recordNetworkTie', { kind: 'NETWORK', name: 'Cer\u202ecle' }, 'BAD_USER_INPUT'],
  ['an older version', staff, 'recordNetworkTie', { kind: 'NETWORK', name: 'Cercle', expectedVersion: 9 }, 'CONFLICT'],
])('%s', async (_, as, mutation, input, code) => {
  const { errors } = await act(as, mutation, { companyId: companyId('mandajors-chais'), expectedVersion: 0, ...input });
  expect(errors).toMatchObject([{ extensions: { code } }]);
});

test('groups and scores are for the company itself and for those with figures:read; clusters are for the directory', async () => {
  for (const [as, codes] of [
    [member, []],
    [staff, []],
    [speakerOf('dadou-data'), ['NOT_FOUND', 'NOT_FOUND']],
    [reporter, ['NOT_FOUND', 'NOT_FOUND']],
  ] as const) {
    const { data, errors } = await of(albi, as, 'undertakingId networkTies { name } responsibility { kind }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(codes);
    expect(data.company.networkTies).toHaveLength(1);
  }
});

test('ties of many companies cost as many statements as those of one', async () => {
  const page = (first: number) =>
    network.statements.during(() => network.graph.ask(`{ companies(first: ${first}) { edges { node { ${ties} } } } }`, { as: staff }));
  expect(await page(50)).toHaveLength((await page(2)).length);
});
