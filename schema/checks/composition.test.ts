import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { compose } from '../composition.ts';
import { staleFiles } from './comparison.ts';
import { operationProblems } from './operations.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@inaccessible"])';
const companies = {
  name: 'companies',
  sdl: `${link} type Query { company(id: ID!): Company } type Company @key(fields: "id") { id: ID! name: String turnover: Int @inaccessible }`,
};
const fund = {
  name: 'fund',
  sdl: `${link} type Company @key(fields: "id") { id: ID! turnover: Int @external fit: String @requires(fields: "turnover") }`,
};

describe('composition', () => {
  test('makes one supergraph whose subgraphs are names, not addresses', () => {
    const composition = compose([companies, fund]);
    if ('problems' in composition) throw new Error(composition.problems.join('\n'));
    expect(composition.supergraph).toContain('"http://fund.subgraph.invalid/graphql"');
    expect(Object.keys(composition.api.getTypeMap())).not.toContain('join__FieldSet');
    expect(
      composition.api
        .toConfig()
        .types.find((type) => type.name === 'Company')
        ?.toString(),
    ).toBe('Company');
  });

  test('says why subgraphs do not fit together', () => {
    const composition = compose([companies, { ...fund, sdl: fund.sdl.replace('turnover: Int', 'turnover: String') }]);
    expect('problems' in composition && composition.problems.join()).toMatch(/Company\.turnover/);
  });
});

describe('committed files', () => {
  test('that say what the code says pass', () => {
    expect(staleFiles([{ file: 'a.graphql', committed: 'type A\n', actual: 'type A\n' }])).toEqual([]);
  });

  test('that lag behind are shown by the lines that differ', () => {
    const files = [{ file: 'a.graphql', committed: 'type A\ntype B\ntype C\n', actual: 'type A\ntype X\ntype C\n' }];
    expect(staleFiles(files)).toEqual(['a.graphql is not what the code says now:', '  line 2:', '  - type B', '  + type X']);
  });

  test('that differ much are cut short', () => {
    const many = (letter: string) => Array.from({ length: 50 }, (_, index) => `${letter}${index}`).join('\n');
    const lines = staleFiles([{ file: 'a.graphql', committed: many('a'), actual: many('b') }]);
    expect(lines).toHaveLength(15);
    expect(lines.at(-1)).toBe('  … 50 lines gone, 50 lines come');
  });
});

test('a document that the schema cannot answer, or that is none, is found', () => {
  const api = buildSchema('type Query { name: String }');
  expect(operationProblems([{ file: 'good.graphql', text: '{ name }' }], api)).toEqual([]);
  expect(
    operationProblems(
      [
        { file: 'old.graphql', text: '{ title }' },
        { file: 'half.graphql', text: '{' },
      ],
      api,
    ),
  ).toEqual(['old.graphql: Cannot query field "title" on type "Query".', expect.stringMatching(/^half\.graphql: Syntax Error/)]);
});
