import { beforeEach, describe, expect, test } from '@jest/globals';
import { standing } from './support/networks.ts';
import { placesOf } from './support/small-network.ts';
import type { SmallSubgraphParts } from './support/small-subgraph.ts';

type Fields = Record<string, unknown>;

describe('branches of a question that ask the same part in the same turn', () => {
  const atOnce = { until: Promise.resolve(), tell: () => {}, isLost: false };
  let course = atOnce;
  const east: SmallSubgraphParts = {
    name: 'east',
    sdl: 'type Query { wines: [Wine] } type Wine @key(fields: "id") { id: ID! }',
    resolvers: { Query: { wines: () => [{ id: '1' }, { id: '2' }] } },
  };
  const west: SmallSubgraphParts = {
    name: 'west',
    sdl: 'type Query { casks: [Cask] } type Cask @key(fields: "id") { id: ID! }',
    resolvers: {
      Query: {
        casks: async () => {
          await course.until;
          if (course.isLost) throw new Error('lost');
          return [{ id: '7' }];
        },
      },
    },
  };
  const cellar: SmallSubgraphParts = {
    name: 'cellar',
    sdl: 'type Wine @key(fields: "id") { id: ID! bottles: Int } type Cask @key(fields: "id") { id: ID! litres: Int }',
    resolvers: {
      Wine: {
        bottles: ({ id }: Fields) => {
          course.tell();
          return Number(id) * 12;
        },
      },
      Cask: { litres: () => 225 },
    },
  };
  const network = standing(east, west, cellar);
  beforeEach(() => {
    course = atOnce;
  });
  const question = '{ wines { bottles } casks { litres } }';
  const requests = () => network.network.fetches.filter(({ subgraph }) => subgraph === 'cellar').length;
  const wines = [{ bottles: 12 }, { bottles: 24 }];

  test('may go out as one request, and get the same answer either way', async () => {
    const answer = await network.ask(question);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ wines, casks: [{ litres: 225 }] });
    expect([1, 2]).toContain(requests());
  });

  test('do not wait for one that takes its time', async () => {
    let tell = () => {};
    const until = new Promise<void>((resolve) => {
      tell = resolve;
    });
    // West answers once the cellar has been asked about the wines: who waits for it without an end gets nothing.
    course = { until, tell, isLost: false };
    const answer = await network.ask(question);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ wines, casks: [{ litres: 225 }] });
    expect(requests()).toBe(2);
  });

  test('do not suffer from one that failed on its way there', async () => {
    course = { ...atOnce, isLost: true };
    const answer = await network.ask(question);
    expect(placesOf(answer)).toEqual(['casks: INTERNAL']);
    expect(answer.data).toEqual({ wines, casks: null });
    expect(requests()).toBe(1);
  });
});
