import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId, newId } from '@leader/subgraph-kit/values/ids';
import { branchId, companyId, member, type RunningAdvisor, runningAdvisor } from './export-advisor.ts';
import { nodesOf } from './export-question.ts';

const positions = 'positions(first: 5) { totalCount edges { node { id city } } }';

describe('what other domains point to', () => {
  let advisor: RunningAdvisor;
  beforeAll(async () => {
    advisor = await runningAdvisor();
  });
  afterAll(() => advisor.stop());

  test('a company has its positions abroad, in the order companies were asked for', async () => {
    const keys = ['maguelone-capteurs', 'touch-agro', 'rance-cellules'];
    const { data, errors } = await advisor.subgraph.entities(
      'Company',
      keys.map((key) => ({ id: companyId(key) })),
      `id ${positions}`,
      member,
    );
    expect(errors).toEqual([]);
    expect(data._entities.map((company: { id: string }) => company.id)).toEqual(keys.map(companyId));
    expect(data._entities.map((company: { positions: { totalCount: number } }) => company.positions.totalCount)).toEqual([2, 0, 2]);
    expect(
      nodesOf<{ city: string }>(data._entities[0].positions)
        .map((position) => position.city)
        .sort(),
    ).toEqual(['Houston', 'Suzhou']);
  });

  test('an id of another type or no id at all is a clear error for that company only', async () => {
    const { data, errors, status } = await advisor.subgraph.entities(
      'Company',
      [{ id: branchId('tarn') }, { id: 'nonsense' }, { id: companyId('rance-cellules') }],
      positions,
      member,
    );
    expect(status).toBe(200);
    expect(data._entities.map((company: object | null) => company !== null)).toEqual([false, false, true]);
    expect(errors.map((error) => [error.extensions.code, error.message])).toEqual([
      ['BAD_USER_INPUT', expect.stringMatching(/id of a branch, but a company is expected/)],
      ['BAD_USER_INPUT', expect.stringMatching(/not an id/)],
    ]);
  });

  test('a position, a review and a place are found by their ids', async () => {
    const { data } = await advisor.subgraph.ask(
      '{ destination(country: "MA") { positions(first: 2) { edges { node { id city } } } reviews(first: 2) { edges { node { id text } } } premises(first: 2) { edges { node { id town freeDesks } } } } }',
      { as: member },
    );
    for (const [type, list, parts] of [
      ['Position', 'positions', 'city'],
      ['Review', 'reviews', 'text'],
      ['Premises', 'premises', 'town freeDesks'],
    ] as const) {
      const nodes = nodesOf<{ id: string }>(data.destination[list]).reverse();
      const found = await advisor.subgraph.entities(
        type,
        nodes.map(({ id }) => ({ id })),
        `id ${parts}`,
        member,
      );
      expect(found.errors).toEqual([]);
      expect(found.data._entities).toEqual(nodes);
    }
  });

  test.each(['Position', 'Review', 'Premises'])(
    'a %s that does not exist is not found, and needs the right to be looked for',
    async (type) => {
      const unknown = [{ id: encodeId(type.toLowerCase(), newId()) }];
      expect((await advisor.subgraph.entities(type, unknown, 'id', member)).errors[0]?.extensions.code).toBe('NOT_FOUND');
      expect((await advisor.subgraph.entities(type, unknown, 'id')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect((await advisor.subgraph.entities(type, [{ id: companyId('rance-cellules') }], 'id', member)).errors[0]?.message).toMatch(
        /id of a company/,
      );
    },
  );
});
