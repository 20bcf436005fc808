import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;
const kinds = (hidden = '') => `
  interface Site { code: String! } interface Built implements Site { code: String! floors: Int! }
  type Tower implements Site & Built @shareable { code: String! floors: Int! bells: Int! }
  type Cellar implements Site & Built @shareable ${hidden} { code: String! floors: Int! barrels: Int! }
`;
const sites: Record<string, object> = {
  '1': { __typename: 'Tower', code: 't', floors: 4, bells: 2 },
  '2': { __typename: 'Cellar', code: 'c', floors: -1, barrels: 8 },
};

describe('a field that requires a thing that may be of several kinds', () => {
  const surveys: SmallSubgraphParts = {
    name: 'surveys',
    sdl: `type Query { surveys: [Survey] } type Survey @key(fields: "id") { id: ID! site: Site } ${kinds()}`,
    resolvers: {
      Query: { surveys: () => [{ id: '1' }, { id: '2' }, { id: '3' }] },
      Survey: { site: ({ id }: Fields) => sites[String(id)] },
    },
  };
  const told = (field: string) => (survey: Fields) => JSON.stringify(survey[field]);
  const fees: SmallSubgraphParts = {
    name: 'fees',
    sdl: `
      type Query { billed: Survey }
      type Survey @key(fields: "id") {
        id: ID! site: Site @external
        plain: String @requires(fields: "site { code }")
        deep: String @requires(fields: "site { code ... on Built { floors ... on Tower { bells } ... on Cellar { barrels } } }")
        towers: String @requires(fields: "site { ... on Tower { bells } }")
      }
      ${kinds('@inaccessible')}
    `,
    resolvers: { Query: { billed: () => ({ id: '2' }) }, Survey: { plain: told('site'), deep: told('site'), towers: told('site') } },
  };
  const { ask } = standing(surveys, fees);

  test('gets of each kind what it requires of that kind, also of those that clients cannot see', async () => {
    const { data, errors } = await ask('{ surveys { deep } billed { deep } }');
    expect(errors).toEqual([]);
    const [tower, cellar, none] = data.surveys.map(({ deep }: { deep: string }) => JSON.parse(deep));
    expect(tower).toMatchObject({ code: 't', floors: 4, bells: 2 });
    expect(cellar).toMatchObject({ code: 'c', floors: -1, barrels: 8 });
    expect(none).toBeNull();
    expect(JSON.parse(data.billed.deep)).toMatchObject({ code: 'c', barrels: 8 });
  });

  test('gets what all kinds have, whatever the kind, and nothing of a kind that it is not', async () => {
    const { data, errors } = await ask('{ surveys { plain } }');
    expect(errors).toEqual([]);
    expect(data.surveys.map(({ plain }: { plain: string }) => JSON.parse(plain)?.code)).toEqual(['t', 'c', undefined]);
    const only = await ask('{ surveys { towers } }');
    expect(only.errors).toEqual([]);
    expect(only.data.surveys.map(({ towers }: { towers: string }) => JSON.parse(towers)?.bells)).toEqual([2, undefined, undefined]);
  });
});

describe('a field that requires one that requires something of a neighbour, which lives where the way began', () => {
  const desk: SmallSubgraphParts = {
    name: 'desk',
    sdl: `
      type Query { letters: [Letter] }
      type Letter @key(fields: "id") { id: ID! urgent: Boolean! @external answer: String! @requires(fields: "urgent") }
      type Sender @key(fields: "id") { id: ID! rank: Int! }
    `,
    resolvers: {
      Query: { letters: () => [{ id: '1' }, { id: '2' }] },
      Letter: { answer: ({ urgent }: Fields) => (urgent ? 'now' : 'some day') },
      Sender: { rank: ({ id }: Fields) => (id === 'of 1' ? 9 : 1) },
    },
  };
  const post: SmallSubgraphParts = {
    name: 'post',
    sdl: `
      type Letter @key(fields: "id") { id: ID! sender: Sender! urgent: Boolean! @requires(fields: "sender { rank }") }
      type Sender @key(fields: "id") { id: ID! rank: Int! @external }
    `,
    resolvers: {
      Letter: {
        sender: ({ id, sender }: Fields) => sender ?? { id: `of ${id}` },
        urgent: ({ sender }: { sender: { rank: number } }) => sender.rank > 5,
      },
    },
  };
  const { ask } = standing(desk, post);

  test('is worked out in four steps, there and back twice', async () => {
    const { data, errors } = await ask('{ letters { answer } same: letters { urgent } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ letters: [{ answer: 'now' }, { answer: 'some day' }], same: [{ urgent: true }, { urgent: false }] });
  });
});
