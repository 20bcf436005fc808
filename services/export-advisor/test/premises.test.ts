import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';
import { member, type RunningAdvisor, runningAdvisor } from './export-advisor.ts';
import { nodesOf } from './export-question.ts';

interface Place {
  readonly id: string;
  readonly operator: string;
  readonly town: string;
  readonly freeDesks: number;
  readonly capacity: number;
}

const premisesId = (key: string) => encodeId('premises', idFromName('premises', key));

describe('a place to sit', () => {
  let advisor: RunningAdvisor;
  beforeAll(async () => {
    advisor = await runningAdvisor();
  });
  afterAll(() => advisor.stop());

  const ask = (stay: string, lang = 'en') =>
    advisor.subgraph.ask(
      `{ destination(country: "MA") { premises(first: 100${stay}) { edges { node { id operator town capacity freeDesks freeFrom freeTo } } } } }`,
      { as: { ...member, lang } },
    );
  const places = async (stay: string) => {
    const { data, errors } = await ask(stay);
    expect(errors).toEqual([]);
    return nodesOf<Place>(data.destination.premises);
  };
  const freeAt = async (key: string, stay: string) => (await places(stay)).find((place) => place.id === premisesId(key))?.freeDesks;

  test('is counted for the coming two weeks when nobody says otherwise', async () => {
    expect((await places(''))[0]).toMatchObject({ freeFrom: '2026-11-23', freeTo: '2026-12-06' });
  });

  test('has as many free desks as on its fullest day', async () => {
    // Twelve desks: nine are taken until 27 November, three more from 25 November to 1 December, four from 3 to 13 December.
    expect(await freeAt('casa-postes', '')).toBe(0);
    expect(await freeAt('casa-postes', ', from: "2026-11-23", to: "2026-11-24"')).toBe(3);
    expect(await freeAt('casa-postes', ', from: "2026-11-28", to: "2026-12-02"')).toBe(9);
    expect(await freeAt('casa-postes', ', from: "2026-12-02", to: "2026-12-02"')).toBe(12);
    expect(await freeAt('casa-postes', ', from: "2026-12-10"')).toBe(8);
  });

  test('is taken on the first and on the last day of a booking', async () => {
    expect(await freeAt('casa-postes', ', from: "2026-11-27", to: "2026-11-27"')).toBe(0);
    expect(await freeAt('casa-postes', ', from: "2026-12-02", to: "2026-12-03"')).toBe(8);
  });

  test('fully booked in the first days is free again later', async () => {
    expect(await freeAt('casa-bureau-double', '')).toBe(0);
    expect(await freeAt('casa-bureau-double', ', from: "2026-11-27"')).toBe(2);
  });

  test('of the Region stands before those of members and partners', async () => {
    const operators = (await places('')).map((place) => place.operator);
    const rank = ['HOUSE', 'MEMBER', 'PARTNER'];
    expect(operators).toEqual([...operators].sort((one, other) => rank.indexOf(one) - rank.indexOf(other)));
    expect(new Set(operators).size).toBe(3);
  });

  test('can be asked for twice for different stays in one request', async () => {
    const { data } = await advisor.subgraph.ask(
      `{ destination(country: "MA") {
        now: premises(first: 1) { edges { node { id freeDesks } } }
        later: premises(first: 1, from: "2027-03-01") { edges { node { id freeDesks capacity } } }
      } }`,
      { as: member },
    );
    const [later] = nodesOf<Place>(data.destination.later);
    expect(later?.freeDesks).toBe(later?.capacity);
  });

  test.each([
    ['from: "2026-12-02", to: "2026-12-01"', /ends before it begins/, /finit avant de commencer/],
    ['to: "2026-11-22"', /ends before it begins/, /finit avant de commencer/],
    ['from: "2026-12-01", to: "2027-12-01"', /at most one year/, /un an au plus/],
    ['from: "9999-12-31"', /within five years/, /dans les cinq ans/],
  ])('is not looked for with %s, and one is told what to ask for', async (stay, english, french) => {
    for (const [lang, sentence] of [
      ['en', english],
      ['fr', french],
    ] as const) {
      const { data, errors } = await ask(`, ${stay}`, lang);
      expect(data.destination.premises).toBeNull();
      expect(errors[0]).toMatchObject({ message: expect.stringMatching(sentence), extensions: { code: 'BAD_USER_INPUT' } });
    }
  });

  test('is not looked for on a day that does not exist', async () => {
    expect((await ask(', from: "2026-02-30"')).errors[0]).toMatchObject({
      message: expect.stringMatching(/must exist/),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});
