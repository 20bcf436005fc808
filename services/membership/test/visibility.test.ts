import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, idFromName, newId } from '@leader/subgraph-kit/values/ids';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { promiseStatuses, statusOn } from '../src/domain/visibility/visibility-promise.ts';
import { visibilityQueries } from '../src/persistence/visibility/visibility.queries.ts';
import { send } from './fixtures/changes.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { branchId, hub, member, type RunningMembership, reporter, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const refusedTypes = {
  promiseVisibility: 'VisibilityPromiseRefused',
  deliverVisibility: 'VisibilityDeliveryRefused',
  releaseVisibility: 'VisibilityReleaseRefused',
} as const;
const act = (as: TestViewer, mutation: keyof typeof refusedTypes, input: object) =>
  send(
    network,
    as,
    mutation,
    input,
    `... on VisibilityPromiseChanged { promise { id term status dueOn doneWhen deliveredOn evidence counted releasedOn releaseReason network { name } } }
       ... on ${refusedTypes[mutation]} { reason message }`,
  );
const listed = async (as: TestViewer, args = '') => {
  const { data, errors } = await network.graph.ask(
    `{ visibilityPromises(first: 50${args}) { edges { node { id term status network { name } } } } }`,
    { as },
  );
  expect(errors).toEqual([]);
  return data.visibilityPromises.edges.map(({ node }: { node: { term: string; status: string } }) => `${node.term} ${node.status}`);
};

/** A network that joined a branch, with everything that can be promised. */
async function joined(branch = 'tarn'): Promise<string> {
  const agreement = { name: `Réseau ${newId()}`, branch, agreedOn: today, endsOn: addDays(today, 300) };
  const terms = ['BRANCH_PAGE', 'COMMUNICATION_KIT', 'VISIBILITY_FIGURES'];
  const selection = '... on PartnerNetworkRegistered { network { id } } ... on PartnerNetworkRefused { reason }';
  return (await send(network, staff, 'registerPartnerNetwork', { ...agreement, terms }, selection)).done.network.id;
}
const page = { term: 'BRANCH_PAGE', dueOn: addDays(today, 60), doneWhen: 'La page nomme le réseau.' };
const promised = async (networkId: string, change: object = {}) =>
  (await act(staff, 'promiseVisibility', { ...page, networkId, ...change })).done.promise.id as string;
const shown = { deliveredOn: today, evidence: 'https://leader.invalid/antennes/tarn' };

describe('Ecoter was promised visibility', () => {
  test('and its leader in Albi sees what was kept, what is due and what is overdue, the first one due first', async () => {
    expect(await listed(leadOfTarn)).toEqual([
      'BRANCH_PAGE DELIVERED',
      'COMMUNICATION_KIT DELIVERED',
      'VISIBILITY_FIGURES DELIVERED',
      'VISIBILITY_FIGURES OVERDUE',
      'COMMUNICATION_KIT OPEN',
    ]);
    expect(await listed(staff, ', status: OVERDUE')).toEqual(['VISIBILITY_FIGURES OVERDUE']);
    const { data } = await network.graph.ask(
      '{ partnerNetworks(first: 5) { edges { node { name visibility { promised delivered overdue } } } } }',
      { as: leadOfTarn },
    );
    expect(data.partnerNetworks.edges).toContainEqual({
      node: { name: 'Ecoter', visibility: { promised: 5, delivered: 3, overdue: 1 } },
    });
  });

  test('the office promises, the branch shows that it was kept, and the history tells both', async () => {
    const networkId = await joined();
    const given = await act(staff, 'promiseVisibility', { ...page, networkId, term: 'VISIBILITY_FIGURES' });
    expect(given.done.promise).toMatchObject({ status: 'OPEN', dueOn: page.dueOn, doneWhen: page.doneWhen, deliveredOn: null });
    const promiseId = given.done.promise.id;
    const kept = await act(leadOfTarn, 'deliverVisibility', { ...shown, promiseId, counted: 420 });
    expect(kept.done.promise).toMatchObject({ status: 'DELIVERED', deliveredOn: today, evidence: shown.evidence, counted: 420 });
    expect((await act(leadOfTarn, 'deliverVisibility', { ...shown, promiseId, counted: 1 })).done).toEqual({
      reason: 'DELIVERED_ALREADY',
      message: 'This promise is kept already.',
    });
    const history = await network.database.query(
      `SELECT action, to_state FROM history WHERE object_kind = 'visibility_promise' ORDER BY sequence DESC LIMIT 2`,
    );
    expect(history).toEqual([
      { action: 'deliverVisibility', to_state: 'DELIVERED' },
      { action: 'promiseVisibility', to_state: 'OPEN' },
    ]);
  });
});

describe('a promise is released', () => {
  const reason = 'Le réseau a sa propre page.';
  const release = (as: TestViewer, promiseId: string, why = reason) => act(as, 'releaseVisibility', { promiseId, reason: why });

  test('by the branch it was given to, which may be promised the same anew', async () => {
    const networkId = await joined();
    const promiseId = await promised(networkId);
    expect((await release(leadOfTarn, promiseId, ' ')).done.reason).toBe('REASON_MISSING');
    expect((await release(leadOfTarn, promiseId)).done.promise).toMatchObject({
      ...{ status: 'RELEASED', releasedOn: today, releaseReason: reason, deliveredOn: null },
    });
    expect((await release(leadOfTarn, promiseId)).done.reason).toBe('RELEASED_ALREADY');
    expect((await act(staff, 'deliverVisibility', { ...shown, promiseId })).done.reason).toBe('RELEASED_ALREADY');
    expect((await act(staff, 'promiseVisibility', { ...page, networkId })).done.promise.status).toBe('OPEN');
    const { data } = await network.graph.ask(
      '{ partnerNetworks(first: 100) { edges { node { id visibility { promised delivered overdue released } } } } }',
      { as: staff },
    );
    expect(data.partnerNetworks.edges).toContainEqual({
      node: { id: networkId, visibility: { promised: 2, delivered: 0, overdue: 0, released: 1 } },
    });
  });

  test('neither by the office that gave it, nor by another branch, nor once it was kept', async () => {
    const promiseId = await promised(await joined());
    expect((await release(staff, promiseId)).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' }, message: expect.stringContaining('does not let itself off') },
    ]);
    expect((await release({ ...leadOfTarn, branch: 'ales' }, promiseId)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    await act(leadOfTarn, 'deliverVisibility', { ...shown, promiseId });
    expect((await release(leadOfTarn, promiseId)).done.reason).toBe('DELIVERED_ALREADY');
    const both = network.database.query(
      `UPDATE visibility_promise SET released_on = promised_on, release_reason = 'x' WHERE evidence = $1`,
      [shown.evidence],
    );
    await expect(both).rejects.toThrow('released_or_delivered');
  });

  test('or kept, when twenty say one or the other at once, whichever promise it is', async () => {
    for (let round = 0; round < 4; round += 1) {
      const promiseId = await promised(await joined());
      const said = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          index % 2 ? release(leadOfTarn, promiseId) : act(leadOfTarn, 'deliverVisibility', { ...shown, promiseId }),
        ),
      );
      expect(said.flatMap(({ errors }) => errors)).toEqual([]);
      const won = said.filter(({ done }) => done.promise);
      expect(won).toHaveLength(1);
      const late = `${won[0]?.done.promise.status}_ALREADY`;
      expect(said.filter(({ done }) => done.reason === late)).toHaveLength(19);
    }
  });
});

describe('what is refused', () => {
  test.each([
    ['a day that has passed', { dueOn: '2026-11-22' }, 'DUE_IN_THE_PAST'],
    ['a day after the agreement', { dueOn: addDays(today, 301) }, 'DUE_AFTER_THE_AGREEMENT'],
    ['nothing that one could see', { doneWhen: '  ' }, 'DONE_WHEN_MISSING'],
  ])('of a promise: %s', async (_, wrong, reason) => {
    expect((await act(staff, 'promiseVisibility', { ...page, networkId: await joined(), ...wrong })).done.reason).toBe(reason);
  });

  test('of a promise: the same before the first one is kept', async () => {
    const networkId = await joined();
    const promiseId = await promised(networkId);
    expect((await act(staff, 'promiseVisibility', { ...page, networkId })).done.reason).toBe('PROMISED_ALREADY');
    await act(staff, 'deliverVisibility', { ...shown, promiseId });
    expect((await act(staff, 'promiseVisibility', { ...page, networkId })).done.promise.status).toBe('OPEN');
  });

  test.each([
    ['tomorrow', { deliveredOn: addDays(today, 1) }, 'DELIVERED_IN_THE_FUTURE'],
    ['a day before the promise', { deliveredOn: addDays(today, -1) }, 'DELIVERED_BEFORE_THE_PROMISE'],
    ['nothing to see', { evidence: ' ' }, 'EVIDENCE_MISSING'],
    ['figures of a page', { counted: 7 }, 'COUNT_WITHOUT_FIGURES'],
  ])('of a delivery: %s', async (_, wrong, reason) => {
    const promiseId = await promised(await joined());
    expect((await act(staff, 'deliverVisibility', { ...shown, promiseId, ...wrong })).done.reason).toBe(reason);
  });

  test('what cannot be understood is told in a sentence', async () => {
    const networkId = await joined();
    for (const [wrong, words] of [
      [{ doneWhen: 'A\u202eB' }, 'control characters'],
      [{ dueOn: '2027-02-30' }, 'must exist'],
      [{ networkId: branchId('tarn') }, 'a network is expected'],
      [{ networkId: encodeId('network', newId()) }, 'no such partner network'],
    ] as const)
      expect((await act(staff, 'promiseVisibility', { ...page, networkId, ...wrong })).errors[0]?.message).toContain(words);
    for (const [args, words] of [
      ['first: 1000000', '1 to 100'],
      ['first: 1, after: "WyJmaWd1cmVzIl0"', 'cursor'],
      ['first: 1, branch: "atlantide"', 'no such branch'],
      [`first: 1, networkId: "${branchId('tarn')}"`, 'a network is expected'],
    ] as const)
      expect((await network.graph.ask(`{ visibilityPromises(${args}) { edges { cursor } } }`, { as: staff })).errors[0]?.message).toContain(
        words,
      );
  });
});

describe('who may do what', () => {
  test('nobody promises themselves something, and another branch knows nothing of it', async () => {
    const networkId = await joined('ales');
    const own = await act(leadOfTarn, 'promiseVisibility', { ...page, networkId: await joined() });
    expect(own.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' }, message: expect.stringContaining('by its office') }]);
    const promiseId = await promised(networkId);
    const [foreign, absent] = [
      await act(leadOfTarn, 'deliverVisibility', { ...shown, promiseId }),
      await act(leadOfTarn, 'deliverVisibility', { ...shown, promiseId: encodeId('promise', newId()) }),
    ];
    expect(foreign.errors[0]).toMatchObject({ message: absent.errors[0]?.message, extensions: { code: 'NOT_FOUND' } });
    const ids = await network.graph.ask('{ visibilityPromises(first: 100) { edges { node { id } } } }', { as: leadOfTarn });
    expect(ids.data.visibilityPromises.edges).not.toContainEqual({ node: { id: promiseId } });
    const elsewhere = await network.graph.ask('{ visibilityPromises(first: 1, branch: "ales") { edges { cursor } } }', { as: leadOfTarn });
    expect(elsewhere.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('nobody else reads or writes', async () => {
    const networkId = await joined();
    const promiseId = await promised(networkId);
    for (const [as, code] of [
      [{}, 'UNAUTHENTICATED'],
      [member, 'FORBIDDEN'],
      [hub, 'FORBIDDEN'],
      [reporter, 'FORBIDDEN'],
    ] as const) {
      const answers = [
        await network.graph.ask('{ visibilityPromises(first: 1) { edges { cursor } } }', { as }),
        await act(as, 'promiseVisibility', { ...page, networkId }),
        await act(as, 'deliverVisibility', { ...shown, promiseId }),
        await act(as, 'releaseVisibility', { promiseId, reason: 'x' }),
      ];
      expect(answers.map(({ errors }) => errors[0]?.extensions.code)).toEqual([code, code, code, code]);
    }
  });
});

describe('several at once', () => {
  test('promise the same: once, whichever network it is', async () => {
    const networks = await Promise.all(Array.from({ length: 6 }, () => joined()));
    const given = await Promise.all(
      networks.flatMap((networkId) => Array.from({ length: 12 }, () => act(staff, 'promiseVisibility', { ...page, networkId }))),
    );
    expect(given.flatMap(({ errors }) => errors)).toEqual([]);
    expect(given.filter(({ done }) => done.promise)).toHaveLength(6);
    expect(given.filter(({ done }) => done.reason === 'PROMISED_ALREADY')).toHaveLength(66);
  });

  test('say that it was kept: once', async () => {
    const promiseId = await promised(await joined());
    const kept = await Promise.all(
      Array.from({ length: 20 }, (_, index) => act(staff, 'deliverVisibility', { ...shown, promiseId, evidence: `Relevé ${index}` })),
    );
    expect(kept.flatMap(({ errors }) => errors)).toEqual([]);
    expect(kept.filter(({ done }) => done.promise)).toHaveLength(1);
    expect(kept.filter(({ done }) => done.reason === 'DELIVERED_ALREADY')).toHaveLength(19);
  });

  test('and the database refuses the second one, whoever writes there', async () => {
    const insert = network.database.query(
      `INSERT INTO visibility_promise (id, network_id, term, promised_on, due_on, done_when) VALUES ($1, $2, 'COMMUNICATION_KIT', $3, $3, 'x')`,
      [newId(), idFromName('network', 'Ecoter'), today],
    );
    await expect(insert).rejects.toThrow('visibility_promised_once');
  });
});

describe('lists', () => {
  test('say of every promise on every day what the rule says', async () => {
    const queries = visibilityQueries(network.database);
    const everything = { branchId: null, networkId: null, status: null };
    for (const days of [-600, -250, -204, -13, -12, 0, 50, 51]) {
      const day = addDays(today as LocalDate, days);
      const all = await queries.promisePage({ ...everything, day }, queries.firstDue.page({ first: 100 }));
      for (const status of promiseStatuses) {
        const rows = await queries.promisePage({ ...everything, day, status }, queries.firstDue.page({ first: 100 }));
        const ruled = all.filter((one) => statusOn(one, day) === status);
        expect([day, status, rows.map(({ id }) => id)]).toEqual([day, status, ruled.map(({ id }) => id)]);
      }
    }
  });

  test('cost the same statements for one item as for many, and are read to their end', async () => {
    for (const text of [
      'query ($first: Int!) { visibilityPromises(first: $first) { edges { node { status network { name visibility { overdue } } } } } }',
      'query ($first: Int!) { partnerNetworks(first: $first) { edges { node { name visibility { promised delivered overdue } } } } }',
    ]) {
      const cost = async (first: number) => {
        const sent = await network.statements.during(async () => {
          expect((await network.graph.ask(text, { as: staff, variables: { first } })).errors).toEqual([]);
        });
        return sent.length;
      };
      expect(await cost(50)).toBe(await cost(1));
    }
    const whole = await network.graph.ask('{ visibilityPromises(first: 100) { edges { node { id } } } }', { as: staff });
    const seen: unknown[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await network.graph.ask(
        'query ($after: String) { visibilityPromises(first: 3, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { as: staff, variables: { after } },
      );
      seen.push(...data.visibilityPromises.edges);
      [after, more] = [data.visibilityPromises.pageInfo.endCursor, data.visibilityPromises.pageInfo.hasNextPage];
    }
    expect(seen).toEqual(whole.data.visibilityPromises.edges);
  });
});
