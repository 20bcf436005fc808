import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { companyId, hubApp, member, type RunningAdvisor, reporter, runningAdvisor, staff } from './export-advisor.ts';
import { nodesOf } from './export-question.ts';

const lists = ['positions', 'positionsInOccitanie', 'reviews', 'pitfalls', 'premises'];
const open = 'name hub { town } house { address } agreements { name } counts { positions } gaps { code }';
const closed = [
  ...lists.map((list) => `destination(country: "MA") { ${list}(first: 2) { totalCount } }`),
  'destination(country: "MA") { score { n } }',
  'positions(first: 2) { totalCount }',
];
const everything = `{ destination(country: "MA") { ${open} score { n } ${lists.map((list) => `${list}(first: 2) { totalCount }`).join(' ')} } ${closed.at(-1)} }`;

describe('who may read what', () => {
  let advisor: RunningAdvisor;
  beforeAll(async () => {
    advisor = await runningAdvisor();
  });
  afterAll(() => advisor.stop());

  test('anybody may read about a destination, its house and headline counts, but not who is there', async () => {
    const { data, errors } = await advisor.subgraph.ask(`{ destination(country: "MA") { ${open} } }`);
    expect(errors).toEqual([]);
    expect(data.destination).toMatchObject({ name: 'Morocco', hub: { town: 'Casablanca' }, counts: { positions: 20 } });
    for (const field of closed) {
      const refused = await advisor.subgraph.ask(`{ ${field} }`);
      expect([refused.data, refused.errors[0]]).toMatchObject([
        null,
        { message: expect.stringMatching(/^Sign in/), extensions: { code: 'UNAUTHENTICATED' } },
      ]);
    }
  });

  test('somebody signed in without the right is told which one is missing', async () => {
    for (const field of [...closed, everything.slice(1, -1)]) {
      const refused = await advisor.subgraph.ask(`{ ${field} }`, { as: reporter });
      expect([refused.data, refused.errors[0]]).toMatchObject([
        null,
        { message: expect.stringMatching(/export:read/), extensions: { code: 'FORBIDDEN' } },
      ]);
    }
  });

  test.each([
    ['a member', member],
    ['staff', staff],
    ['the app of a hub', hubApp],
  ])('%s may read all of it', async (_, viewer) => {
    expect((await advisor.subgraph.ask(everything, { as: viewer })).errors).toEqual([]);
  });

  test('members see who wrote a review, apps of hubs do not', async () => {
    const question = '{ destination(country: "MA") { reviews(first: 5) { edges { node { author { id } } } } } }';
    const authors = async (viewer: typeof member) =>
      nodesOf<{ author: { id: string } | null }>((await advisor.subgraph.ask(question, { as: viewer })).data.destination.reviews).map(
        (review) => review.author?.id,
      );
    for (const author of await authors(member)) expect(author).toMatch(/^company_/);
    expect(await authors(hubApp)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  test('what a company wrote is listed for itself and for staff, and for others it does not exist', async () => {
    const reviewsOf = (key: string, viewer: typeof member) =>
      advisor.subgraph.entities(
        'Company',
        [{ id: companyId(key) }],
        'reviewsWritten(first: 5) { totalCount edges { node { text } } }',
        viewer,
      );
    expect((await reviewsOf('cantepau-aerostructures', member)).data._entities[0].reviewsWritten.totalCount).toBe(1);
    expect((await reviewsOf('rance-cellules', staff)).data._entities[0].reviewsWritten.totalCount).toBe(3);
    for (const [key, viewer] of [
      ['rance-cellules', member],
      ['no-such-company', member],
      ['rance-cellules', hubApp],
    ] as const) {
      const { data, errors } = await reviewsOf(key, viewer);
      expect(data._entities[0].reviewsWritten).toBeNull();
      expect(errors[0]).toMatchObject({
        message: 'There is no such company, or its reviews are not yours to list.',
        extensions: { code: 'NOT_FOUND' },
      });
    }
  });

  test('without the identity of the gateway nobody reads anything', async () => {
    const response = await fetch(`${advisor.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect(response.status).toBe(401);
  });
});
