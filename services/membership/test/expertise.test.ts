import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, newId, parseId } from '@leader/subgraph-kit/values/ids';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { statusOn } from '../src/domain/expertise/exchange.ts';
import { closenessOf, rankOf, reasonsOf } from '../src/domain/expertise/matching.ts';
import { expertiseQueries } from '../src/persistence/expertise/expertise.queries.ts';
import { send, speakerOf } from './fixtures/changes.ts';
import { change, newMember } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { albi, branchId, companyId, hub, member, type RunningMembership, reporter, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const exchangeFields = 'exchange { id status expert { id } seeker { id } answerBy hours outcome satisfaction }';
const refused = (type: string) => `... on ${type} { reason message }`;
const mutations = {
  publishListing: `... on ExpertiseListingChanged { listing { id title shownSize } } ${refused('ListingRefused')}`,
  closeListing: `... on ExpertiseListingChanged { listing { id closedOn } } ${refused('ListingClosureRefused')}`,
  proposeExchange: `... on ExpertiseExchangeChanged { ${exchangeFields} } ${refused('ExchangeProposalRefused')}`,
  acceptExchange: `... on ExpertiseExchangeChanged { ${exchangeFields} } ${refused('ExchangeAcceptanceRefused')}`,
  declineExchange: `... on ExpertiseExchangeChanged { ${exchangeFields} } ${refused('ExchangeDeclineRefused')}`,
  cancelExchange: `... on ExpertiseExchangeChanged { ${exchangeFields} } ${refused('ExchangeCancellationRefused')}`,
  closeExchange: `... on ExpertiseExchangeChanged { ${exchangeFields} } ${refused('ExchangeClosureRefused')}`,
  rateExchange: `... on ExpertiseExchangeChanged { ${exchangeFields} } ${refused('ExchangeRatingRefused')}`,
} as const;
type ExpertiseMutation = keyof typeof mutations;
const act = (as: TestViewer, mutation: ExpertiseMutation, input: object) => send(network, as, mutation, input, mutations[mutation]);

const speakerFor = (id: string): TestViewer => ({ ...member, sub: id, company: id });
const draft = { kind: 'OFFER', theme: 'governance', title: 'Une gouvernance à deux', openUntil: addDays(today, 60) };

/** Two new members, the listing of one and the proposal of the other. */
async function proposal() {
  const [expert, seeker] = [await newMember(network), await newMember(network)];
  const published = await act(speakerFor(expert), 'publishListing', draft);
  const listingId = published.done.listing.id as string;
  const proposed = await act(speakerFor(seeker), 'proposeExchange', { listingId });
  return { expert, seeker, listingId, exchangeId: proposed.done.exchange.id as string };
}

describe('the leader in Albi looks for help with export', () => {
  test('finds who can help, the nearest first, each with its reasons', async () => {
    const { data, errors } = await network.graph.ask(
      '{ expertiseMatches(theme: "export", first: 3) { edges { node { listing { title company { id department } shownSize } reasons { code message } } } } }',
      { as: { ...member, lang: 'fr' } },
    );
    expect(errors).toEqual([]);
    const [first, second] = data.expertiseMatches.edges.map(({ node }: { node: unknown }) => node);
    expect(first).toMatchObject({ listing: { company: { id: companyId('dadou-data'), department: '81' }, shownSize: 'PME' } });
    expect(first.reasons).toEqual([
      { code: 'SAME_THEME', message: 'Même thème' },
      { code: 'SAME_DEPARTMENT', message: 'Même département' },
      { code: 'SAME_SIZE', message: 'Même taille' },
    ]);
    expect(second.reasons.map(({ code }: { code: string }) => code)).toEqual(['SAME_THEME', 'NEIGHBOURING_DEPARTMENT', 'SAME_SIZE']);
  });

  test('asks, is helped and says how it was', async () => {
    const expert = speakerOf('dadou-data');
    const { data } = await network.graph.ask('{ expertiseMatches(theme: "export", first: 1) { edges { node { listing { id } } } } }', {
      as: member,
    });
    const listingId = data.expertiseMatches.edges[0].node.listing.id;
    const asked = await act(member, 'proposeExchange', { listingId, message: 'Pouvez-vous nous recevoir ?' });
    expect(asked.done.exchange).toMatchObject({
      status: 'PROPOSED',
      expert: { id: expert.company },
      seeker: { id: albi },
      answerBy: addDays(today, 30),
    });
    const exchangeId = asked.done.exchange.id;
    expect((await act(expert, 'acceptExchange', { exchangeId })).done.exchange.status).toBe('ACCEPTED');
    const closed = await act(expert, 'closeExchange', { exchangeId, hours: 2.5, outcome: 'WAY_FORWARD' });
    expect(closed.done.exchange).toMatchObject({ status: 'DONE', hours: 2.5, outcome: 'WAY_FORWARD' });
    expect((await act(member, 'rateExchange', { exchangeId, satisfaction: 5 })).done.exchange).toMatchObject({
      status: 'RATED',
      satisfaction: 5,
    });
    const mine = await network.graph.ask('{ exchanges(first: 10, status: RATED) { edges { node { id } } } }', { as: member });
    expect(mine.data.exchanges.edges).toEqual([{ node: { id: exchangeId } }]);
    const [entry] = await network.database.query('SELECT action, from_state, to_state FROM history ORDER BY sequence DESC LIMIT 1');
    expect(entry).toEqual({ action: 'rateExchange', from_state: 'DONE', to_state: 'RATED' });
  });

  test('shows its own need, with its size because it wants to', async () => {
    const { done } = await act(member, 'publishListing', { ...draft, kind: 'NEED', showSize: true });
    expect(done.listing).toMatchObject({ title: draft.title, shownSize: 'PME' });
    expect((await act(member, 'closeListing', { listingId: done.listing.id })).done.listing.closedOn).toBe(today);
    expect((await act(member, 'closeListing', { listingId: done.listing.id })).done.reason).toBe('NOT_OPEN');
  });
});

describe('the lead of the Tarn branch, for its members', () => {
  test('answers a need with an offer', async () => {
    const [helper, inNeed] = [await newMember(network), await newMember(network)];
    const need = await act(leadOfTarn, 'publishListing', { ...draft, kind: 'NEED', companyId: inNeed });
    const { done } = await act(leadOfTarn, 'proposeExchange', { listingId: need.done.listing.id, companyId: helper });
    expect(done.exchange).toMatchObject({ expert: { id: helper }, seeker: { id: inNeed } });
    const { data } = await network.graph.ask(
      'query ($id: ID!) { exchange(id: $id) { proposedBy { id } theme { name } listing { kind } } }',
      {
        as: leadOfTarn,
        variables: { id: done.exchange.id },
      },
    );
    expect(data.exchange).toEqual({ proposedBy: { id: helper }, theme: { name: 'Governance' }, listing: { kind: 'NEED' } });
  });

  test('not for the members of another branch', async () => {
    const { errors } = await act(leadOfTarn, 'publishListing', { ...draft, companyId: companyId('lez-capteurs') });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' }, message: expect.stringContaining('(tarn)') }]);
  });
});

describe('an exchange is between two active members of different groups (M7)', () => {
  test('so a member whose rights rest cannot accept', async () => {
    const { expert, exchangeId } = await proposal();
    await change(network, 'suspendMembership', { companyId: expert, expectedVersion: 3, motive: 'x' });
    expect((await act(speakerFor(expert), 'acceptExchange', { exchangeId })).done).toEqual({
      reason: 'NOT_BOTH_ACTIVE',
      message: 'An exchange takes two active members: one of the two companies is none today.',
    });
  });

  test('so two companies of one group are no peers', async () => {
    const { expert, seeker, listingId, exchangeId } = await proposal();
    await network.database.query('UPDATE company SET group_id = $1 WHERE id = ANY ($2::uuid[])', [
      newId(),
      [expert, seeker].map((id) => parseId('company', id)),
    ]);
    expect((await act(speakerFor(expert), 'acceptExchange', { exchangeId })).done.reason).toBe('SAME_GROUP');
    expect((await act(speakerFor(seeker), 'proposeExchange', { listingId })).done.reason).toBe('SAME_GROUP');
    const { data } = await network.graph.ask(
      '{ expertiseMatches(theme: "governance", first: 100) { edges { node { listing { id } } } } }',
      {
        as: speakerFor(seeker),
      },
    );
    expect(data.expertiseMatches.edges.map(({ node }: never) => (node as { listing: { id: string } }).listing.id)).not.toContain(listingId);
  });

  test('also when one is suspended at the very moment the other accepts', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { expert, seeker, exchangeId } = await proposal();
      await Promise.all([
        act(speakerFor(expert), 'acceptExchange', { exchangeId }),
        change(network, 'suspendMembership', { companyId: seeker, expectedVersion: 3, motive: 'x' }),
      ]);
      const history = await network.database.query<{ action: string }>(
        `SELECT action FROM history WHERE object_id = ANY ($1::uuid[]) AND action IN ('acceptExchange', 'suspendMembership') ORDER BY sequence`,
        [[parseId('exchange', exchangeId), parseId('company', seeker)]],
      );
      // Whoever came second saw what the first had done: an acceptance never follows a suspension.
      expect(history.map(({ action }) => action)).not.toEqual(['suspendMembership', 'acceptExchange']);
    }
  });
});

describe('several at once', () => {
  test('propose on the same listing: one proposal of one company', async () => {
    const [expert, seeker] = [await newMember(network), await newMember(network)];
    const { done } = await act(speakerFor(expert), 'publishListing', draft);
    const asked = Array.from({ length: 12 }, () => act(speakerFor(seeker), 'proposeExchange', { listingId: done.listing.id }));
    const outcomes = (await Promise.all(asked)).map(({ done, errors }) => done.reason ?? errors[0]?.extensions.code ?? 'PROPOSED');
    expect(outcomes.filter((outcome) => outcome === 'PROPOSED')).toHaveLength(1);
    expect(outcomes.filter((outcome) => !['PROPOSED', 'PROPOSED_ALREADY'].includes(outcome))).toEqual([]);
  });

  test('accept and take back: one of the two happens', async () => {
    const { expert, seeker, exchangeId } = await proposal();
    const [accepted, cancelled] = await Promise.all([
      act(speakerFor(expert), 'acceptExchange', { exchangeId }),
      act(speakerFor(seeker), 'declineExchange', { exchangeId }).then(() => act(speakerFor(seeker), 'cancelExchange', { exchangeId })),
    ]);
    // Both may succeed in this order alone: what was accepted may still be called off.
    const statuses = [accepted, cancelled].map(({ done }) => done.exchange?.status ?? done.reason);
    expect([
      ['ACCEPTED', 'CANCELLED'],
      ['NOT_PROPOSED', 'CANCELLED'],
    ]).toContainEqual(statuses);
  });

  test('publish with the same key: one listing', async () => {
    const company = await newMember(network);
    const input = { ...draft, idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => act(speakerFor(company), 'publishListing', input)));
    expect(new Set(answers.map(({ done }) => done.listing.id)).size).toBe(1);
    const other = await act(speakerFor(company), 'publishListing', { ...input, title: 'Autre' });
    expect(other.errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
  });
});

describe('who may do what about expertise', () => {
  const everything = (exchangeId: string, listingId: string): [ExpertiseMutation, object][] => [
    ['publishListing', draft],
    ['closeListing', { listingId }],
    ['proposeExchange', { listingId }],
    ['acceptExchange', { exchangeId }],
    ['declineExchange', { exchangeId }],
    ['cancelExchange', { exchangeId }],
    ['closeExchange', { exchangeId, hours: 1, outcome: 'SOLVED' }],
    ['rateExchange', { exchangeId, satisfaction: 5 }],
  ];

  test('nobody acts for a company that is not theirs', async () => {
    const { expert, exchangeId, listingId } = await proposal();
    for (const [mutation, input] of everything(exchangeId, listingId)) {
      const forAnother = mutation === 'closeListing' ? input : { ...input, companyId: expert };
      for (const [as, codes] of [
        [{}, ['UNAUTHENTICATED']],
        [hub, ['FORBIDDEN', 'NOT_FOUND']],
        [reporter, ['FORBIDDEN', 'NOT_FOUND']],
        [member, ['FORBIDDEN', 'NOT_FOUND']],
        [{ ...leadOfTarn, branch: 'ales' }, ['FORBIDDEN']],
      ] as const) {
        const { errors } = await act(as, mutation, forAnother);
        expect([mutation, errors.length]).toEqual([mutation, 1]);
        expect(codes as readonly string[]).toContain(errors[0]?.extensions.code);
      }
    }
  });

  test('an exchange is read by its two companies and the branches, and looks absent to others', async () => {
    const { seeker, exchangeId } = await proposal();
    const read = (as: TestViewer, id = exchangeId) =>
      network.graph.ask('query ($id: ID!) { exchange(id: $id) { id } }', { as, variables: { id } });
    expect((await read(speakerFor(seeker))).data.exchange).toEqual({ id: exchangeId });
    expect((await read(staff)).data.exchange).toEqual({ id: exchangeId });
    const [hidden, absent] = [await read(member), await read(member, encodeId('exchange', newId()))];
    expect(hidden.errors[0]?.message).toBe(absent.errors[0]?.message);
    expect(hidden.errors[0]?.extensions.code).toBe('NOT_FOUND');
    const foreign = await network.graph.ask('query ($id: ID) { exchanges(first: 5, companyId: $id) { edges { node { id } } } }', {
      as: member,
      variables: { id: companyId('dadou-data') },
    });
    expect(foreign.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test.each([
    ['nobody without signing in', {}, 'UNAUTHENTICATED'],
    ['a hub abroad', hub, 'FORBIDDEN'],
    ['reports', reporter, 'FORBIDDEN'],
  ])('listings and matches are not for %s', async (_, as, code) => {
    for (const text of [
      '{ expertiseListings(first: 1) { edges { cursor } } }',
      '{ expertiseMatches(theme: "export", first: 1) { edges { cursor } } }',
      '{ exchanges(first: 1) { edges { cursor } } }',
    ])
      expect((await network.graph.ask(text, { as })).errors).toMatchObject([{ extensions: { code } }]);
    expect((await network.graph.ask('{ expertiseThemes { code name objective } }', { as })).data.expertiseThemes).toContainEqual({
      code: 'export',
      name: 'Export',
      objective: 'GROWTH',
    });
  });

  test('nobody searches in the name of another company, which would tell its size', async () => {
    const { errors } = await network.graph.ask(
      'query ($id: ID) { expertiseMatches(theme: "export", companyId: $id, first: 1) { edges { cursor } } }',
      { as: member, variables: { id: companyId('lez-capteurs') } },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('what cannot be understood', () => {
  test.each([
    ['a theme that does not exist', 'expertiseMatches(theme: "astrology", first: 1)', 'NOT_FOUND', 'expertiseThemes'],
    ['a page of a million', 'expertiseListings(first: 1000000)', 'BAD_USER_INPUT', '1 to 100'],
    ['a cursor of another list', 'exchanges(first: 1, after: "WyJmaWd1cmVzIl0")', 'BAD_USER_INPUT', 'cursor'],
    ['an id of another type', `expertiseListings(first: 1, companyId: "${branchId('tarn')}")`, 'BAD_USER_INPUT', 'a company is expected'],
  ])('is told in a sentence: %s', async (_, field, code, words) => {
    const { errors } = await network.graph.ask(`{ ${field} { edges { cursor } } }`, { as: member });
    expect(errors).toMatchObject([{ extensions: { code }, message: expect.stringContaining(words) }]);
  });

  test.each([
    ['a title that runs backwards', { title: 'gratis \u202e payant' }, 'control characters'],
    ['30 February', { openUntil: '2027-02-30' }, 'must exist'],
    ['a key with a space', { idempotencyKey: 'a b' }, 'idempotency key'],
  ])('is told in a sentence: %s', async (_, wrong, words) => {
    const { errors } = await act(member, 'publishListing', { ...draft, ...wrong });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining(words) }]);
  });

  test('a listing that does not exist looks like one that is not', async () => {
    const { errors } = await act(member, 'proposeExchange', { listingId: encodeId('listing', newId()) });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' }, message: expect.stringContaining('no such listing') }]);
  });
});

describe('lists', () => {
  test('say of every exchange on every day what the rule says', async () => {
    const { data } = await network.graph.ask('{ exchanges(first: 100) { edges { node { id } } } }', { as: staff });
    const ids = data.exchanges.edges.map(({ node }: { node: { id: string } }) => parseId('exchange', node.id));
    const queries = expertiseQueries(network.database);
    const exchanges = await queries.exchanges(ids);
    expect(exchanges.length).toBeGreaterThan(70);
    for (const days of [0, 1, 5, 11, 25, 200, 2000]) {
      const day = addDays(today, -days);
      for (const status of ['PROPOSED', 'ACCEPTED', 'DONE', 'RATED', 'DECLINED', 'CANCELLED', 'EXPIRED'] as const) {
        const listed = await queries.exchangePage({ day, companyId: null, status }, queries.latestExchanges.page({ first: 100 }));
        const ruled = exchanges.filter((one) => statusOn(one, day) === status);
        expect([day, status, listed.map(({ id }) => id).sort()]).toEqual([day, status, ruled.map(({ id }) => id).sort()]);
      }
    }
  });

  test('rank every listing as the rule does', async () => {
    const places = await network.database.query<{ id: string; town: string | null; department: string | null; branchId: string | null }>(
      `SELECT c.id, c.town, c.department, m.branch_id AS "branchId" FROM company AS c
       LEFT JOIN membership AS m ON m.company_id = c.id AND m.began_on <= $1 AND (m.ended_on IS NULL OR m.ended_on >= $1)`,
      [today],
    );
    const placeOf = (id: string) => places.find((one) => one.id === id) as (typeof places)[number];
    const queries = expertiseQueries(network.database);
    const themes = await queries.themes();
    for (const key of ['cantepau-aerostructures', 'lez-capteurs', 'touch-agro', 'larzac-data', 'chaouia-cablage']) {
      const id = parseId('company', companyId(key));
      const near = placeOf(id);
      for (const theme of themes) {
        const question = { ...near, day: today, companyId: id, groupId: null, size: 'PME', kind: 'OFFER' as const, theme };
        const listed = await queries.matchPage(question, queries.bestMatches.page({ first: 100 }));
        for (const match of listed) {
          const closeness = closenessOf(near, placeOf(match.companyId));
          const expected = rankOf({ hasSameTheme: match.theme === theme.code, closeness, hasSameSize: match.shownSize === 'PME' });
          expect([key, match.title, reasonsOf(match.rank)]).toEqual([key, match.title, reasonsOf(expected)]);
        }
      }
    }
  });

  test('cost the same statements for one item as for many', async () => {
    const whole = 'theme { name } company { legalName homeBranch { code } }';
    for (const text of [
      `query ($first: Int!) { expertiseListings(first: $first) { edges { node { ${whole} } } } }`,
      `query ($first: Int!) { expertiseMatches(theme: "export", first: $first) { edges { node { listing { ${whole} } reasons { code } } } } }`,
      `query ($first: Int!) { exchanges(first: $first) { edges { node { status theme { name } listing { ${whole} } expert { legalName } seeker { legalName } proposedBy { legalName } } } } }`,
    ]) {
      const as = text.includes('Matches') ? member : staff;
      const cost = async (first: number) => {
        const sent = await network.statements.during(async () => {
          expect((await network.graph.ask(text, { as, variables: { first } })).errors).toEqual([]);
        });
        return sent.length;
      };
      expect(await cost(50)).toBe(await cost(1));
    }
  });

  test('are read in pages to their end, and leave out who is no active member', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await network.graph.ask(
        'query ($after: String) { expertiseMatches(theme: "export", first: 2, after: $after) { edges { node { listing { id } } } pageInfo { hasNextPage endCursor } } }',
        { as: member, variables: { after } },
      );
      const { edges, pageInfo } = data.expertiseMatches;
      seen.push(...edges.map(({ node }: { node: { listing: { id: string } } }) => node.listing.id));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen.length).toBeGreaterThan(6);
    expect(new Set(seen).size).toBe(seen.length);
    await network.database.query('UPDATE membership SET covered_until = $2 WHERE company_id = $1', [
      parseId('company', companyId('lez-capteurs')),
      addDays(today as LocalDate, -1),
    ]);
    const { data } = await network.graph.ask('query ($id: ID) { expertiseListings(first: 10, companyId: $id) { edges { cursor } } }', {
      as: member,
      variables: { id: companyId('lez-capteurs') },
    });
    expect(data.expertiseListings.edges).toEqual([]);
  });
});
