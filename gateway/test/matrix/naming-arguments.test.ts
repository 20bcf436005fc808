import { readFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { plannersCopy } from '../../src/supergraph/planners-copy.ts';
import { type Declared, declaredIn, mayAsk } from './declared.ts';
import { principals } from './principals.ts';
import { rowPolicies } from './row-policies.ts';

/**
 * Whoever filters, sorts or counts by a field learns it, be it by halves: a hundred questions "more than a million?" tell a turnover.
 * So an argument that names a field of what is listed is for those who may read that field, and fields that a row decides on have none.
 */

type Field = GraphQLField<unknown, unknown>;
interface Naming {
  readonly list: string;
  readonly argument: string;
  /** The fields it speaks of, such as `Company.membershipStatus`. */
  readonly fields: readonly string[];
}

/** Every argument of a list, with the fields of what is listed that its name, or the names within its type, speak of. */
function namingsIn(schema: GraphQLSchema): Naming[] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const listed = listedBy(field);
      return listed.flatMap((item) =>
        field.args.map((argument) => {
          const said = [argument.name, ...namesWithin(argument.type)].map(plain);
          const fields = Object.keys(item.getFields()).filter((name) => said.some((word) => speaksOf(word, plain(name))));
          return { list: `${type.name}.${field.name}`, argument: argument.name, fields: fields.map((name) => `${item.name}.${name}`) };
        }),
      );
    }),
  );
}

/** What a list or a connection lists; an object that only sums it up lists itself. */
function listedBy(field: Field) {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return [];
  const edges = type.getFields()['edges'];
  if (!edges) return isListType(getNullableType(field.type)) || field.args.length > 0 ? [type] : [];
  const edge = getNamedType(edges.type);
  const node = isObjectType(edge) ? getNamedType(edge.getFields()['node']?.type) : undefined;
  return isObjectType(node) ? [node] : [];
}

/** Names of an input's fields, and values of an enum that orders: `TURNOVER_DESC` speaks of turnover. */
function namesWithin(argument: Field['args'][number]['type']): string[] {
  const type = getNamedType(argument);
  if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap(({ name, type: inner }) => [name, ...namesWithin(inner)]);
  return isEnumType(type) && /order|sort/i.test(type.name) ? type.getValues().map(({ name }) => name) : [];
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

function speaksOf(word: string, field: string): boolean {
  return field.length > 2 && (word.startsWith(field) || (word.length > 4 && field.endsWith(word)));
}

/** Arguments by which somebody learns of a field that they may not read. */
function oracles(schema: GraphQLSchema, declared: Declared): string[] {
  const ofRows = new Set(rowPolicies.filter(({ field }) => field !== 'people').map(({ field }) => `Company.${field}`));
  return namingsIn(schema).flatMap(({ list, argument, fields }) =>
    fields.flatMap((field) => {
      const places = (coordinate: string) => ({ places: [coordinate.split('.')[0] ?? '', coordinate] });
      if (ofRows.has(field)) return [`${list}(${argument}:) tells of ${field}, which only a row decides on`];
      const who = principals.filter((one) => mayAsk(one, places(list), declared) && !mayAsk(one, places(field), declared));
      return who.map(({ key }) => `${list}(${argument}:) tells ${key} of ${field}`);
    }),
  );
}

const sdl = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
const full = Supergraph.build(plannersCopy(sdl)).schema.toGraphQLJSSchema();

describe('no filter, order or search of the graph', () => {
  test('tells anybody of a field that they may not read', () => {
    const namings = namingsIn(full).filter(({ fields }) => fields.length > 0);
    expect(namings).toContainEqual({ list: 'Query.companies', argument: 'membershipStatus', fields: ['Company.membershipStatus'] });
    expect(namings).toContainEqual({
      list: 'Query.companies',
      argument: 'branch',
      fields: ['Company.homeBranch', 'Company.prospectBranch'],
    });
    expect(oracles(full, declaredIn(sdl))).toEqual([]);
  });

  const small = (args: string) => `
    directive @authenticated on FIELD_DEFINITION
    directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
    type Query { companies(${args}): [Company] @requiresScopes(scopes: [["members:read"]]) }
    type Company { id: ID latestFigures: Int @authenticated turnover: Int @requiresScopes(scopes: [["figures:read"]]) }
    enum CompanyOrder { NAME_ASC TURNOVER_DESC }
    input CompanyFilter { all: [TurnoverFilter] }
    input TurnoverFilter { turnoverMin: Int }`;

  test.each(['turnoverGt: Int', 'orderBy: CompanyOrder', 'where: CompanyFilter', 'latestFiguresFrom: Int'])(
    'would go unnoticed that reads %s',
    (args) => {
      const text = small(args);
      expect(oracles(buildSchema(text), declaredIn(text)).length).toBeGreaterThan(0);
    },
  );
});
