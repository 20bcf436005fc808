import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { member, type RunningAdvisor, runningAdvisor } from './export-advisor.ts';
import { nodesOf } from './export-question.ts';

const lists = {
  positions: (args: string) => `{ destination(country: "MA") { list: positions(${args}) { PAGE } } }`,
  reviews: (args: string) => `{ destination(country: "MA") { list: reviews(${args}) { PAGE } } }`,
  pitfalls: (args: string) => `{ destination(country: "MA") { list: pitfalls(${args}) { PAGE } } }`,
  premises: (args: string) => `{ destination(country: "MA") { list: premises(${args}) { PAGE } } }`,
};
const names = Object.keys(lists) as (keyof typeof lists)[];
const pageParts = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } }';

describe('a list', () => {
  let advisor: RunningAdvisor;
  beforeAll(async () => {
    advisor = await runningAdvisor();
  });
  afterAll(() => advisor.stop());

  const ask = (name: keyof typeof lists, args: string) =>
    advisor.subgraph.ask(lists[name](args).replace('PAGE', pageParts), { as: member });
  const page = async (name: keyof typeof lists, args: string) => {
    const { data, errors } = await ask(name, args);
    expect(errors).toEqual([]);
    return data.destination.list;
  };

  test.each(names)('of %s read in pages of four is the list read at once, forwards and backwards', async (name) => {
    const whole = nodesOf<{ id: string }>(await page(name, 'first: 100')).map((node) => node.id);
    expect(whole.length).toBeGreaterThan(8);
    const forwards: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const next = await page(name, `first: 4${after ? `, after: "${after}"` : ''}`);
      forwards.push(...nodesOf<{ id: string }>(next).map((node) => node.id));
      ({ endCursor: after, hasNextPage: more } = next.pageInfo);
    }
    expect(forwards).toEqual(whole);
    const backwards: string[] = [];
    for (let before: string | null = null, more = true; more; ) {
      const next = await page(name, `last: 4${before ? `, before: "${before}"` : ''}`);
      backwards.unshift(...nodesOf<{ id: string }>(next).map((node) => node.id));
      ({ startCursor: before, hasPreviousPage: more } = next.pageInfo);
    }
    expect(backwards).toEqual(whole);
    expect((await page(name, 'first: 1')).totalCount).toBe(whole.length);
  });

  test.each(names)('of %s refuses pages that are none, with what to ask for', async (name) => {
    const refused = async (args: string) => {
      const { errors, status } = await ask(name, args);
      expect(status).toBeLessThan(500);
      expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
      return errors[0]?.message;
    };
    expect(await refused('first: 1000000')).toMatch(/1 to 100/);
    expect(await refused('first: 0')).toMatch(/1 to 100/);
    expect(await refused('first: 2, last: 2')).toMatch(/either first or last/);
    expect(await refused('first: 2, after: "nonsense"')).toMatch(/does not belong to this list/);
    const other = names.find((candidate) => candidate !== name) as keyof typeof lists;
    const foreign = (await page(other, 'first: 1')).pageInfo.endCursor;
    expect(await refused(`first: 2, after: "${foreign}"`)).toMatch(/does not belong to this list/);
  });

  test('of positions can be searched by both countries, department and activity', async () => {
    const search = async (args: string) => {
      const { data, errors } = await advisor.subgraph.ask(
        `{ positions(first: 100${args}) { totalCount edges { node { homeCountry hostCountry department sectors { code } } } } }`,
        { as: member },
      );
      expect(errors).toEqual([]);
      expect(data.positions.edges).toHaveLength(data.positions.totalCount);
      return nodesOf<{ homeCountry: string; hostCountry: string; department: string; sectors: { code: string }[] }>(data.positions);
    };
    expect((await search('')).length).toBeGreaterThanOrEqual(60);
    const inTarn = await search(', hostCountry: "FR", department: "81"');
    expect(inTarn.length).toBeGreaterThan(1);
    for (const position of inTarn) expect(position).toMatchObject({ hostCountry: 'FR', department: '81' });
    const aerospace = await search(', activity: "30"');
    expect(new Set(aerospace.flatMap((position) => position.sectors.map((sector) => sector.code)))).toEqual(new Set(['30.30Z', '3030']));
    expect(await search(', hostCountry: "MA", homeCountry: "FR", activity: "30.30Z"')).toHaveLength(5);
    expect(await search(', hostCountry: "VN"')).toEqual([]);
  });

  test.each([
    ['department: "9"', /by its code, for example 09/],
    ['activity: "%"', /from the division on/],
    ['hostCountry: "EL"', /write GR instead of EL/],
  ])('of positions refuses the search %s with what to write', async (args, sentence) => {
    const { errors } = await advisor.subgraph.ask(`{ positions(first: 5, ${args}) { totalCount } }`, { as: member });
    expect(errors[0]).toMatchObject({ message: expect.stringMatching(sentence), extensions: { code: 'BAD_USER_INPUT' } });
  });
});
