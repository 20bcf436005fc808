import { documents, nest, times } from './case.ts';
import { harmless, refused } from './expectation.ts';
import type { AttackCase } from './shapes.ts';

const programs = 'programs { id }';
const list = 'companies(first: 2) { edges { node { id } } }';
const resign = (index: number) =>
  `m${index}: resignMembership(input: { idempotencyKey: "a-${index}", companyId: "company_00000000000000000000000000", expectedVersion: 1 }) { __typename }`;

/** A: the shape of documents. */
export const documentCases: readonly AttackCase[] = [
  ...documents('A1', refused, [
    ['the same root field under 31 names', `{ ${times(31, (n) => `a${n}: ${programs}`)} }`],
    ['the same root field under 1,000 names', () => `{ ${times(1_000, (n) => `a${n}: ${programs}`)} }`],
    ['21 root fields without names of their own', `{ ${times(21, () => 'programs { id } branches { id }')} }`],
    ['the same leaf under 200 names', `{ programs { ${times(200, (n) => `a${n}: id`)} } }`],
    [
      'an entity under 100 names within a list',
      `{ companies(first: 2) { edges { node { ${times(100, (n) => `a${n}: homeBranch { id }`)} } } } }`,
    ],
    [
      'names spread over several fragments',
      `{ ${times(20, (n) => `...F${n}`)} } ${times(20, (n) => `fragment F${n} on Query { a${n}: ${programs} b${n}: ${programs} }`)}`,
    ],
    ['six mutations at once', `mutation { ${times(6, resign)} }`],
    ['a hundred mutations at once', `mutation { ${times(100, resign)} }`],
    [
      'mutations hidden in fragments',
      `mutation { ${times(6, (n) => `...M${n}`)} } ${times(6, (n) => `fragment M${n} on Mutation { ${resign(n)} }`)}`,
    ],
    ['mutations hidden in inline fragments', `mutation { ${times(6, (n) => `... on Mutation { ${resign(n)} }`)} }`],
    ['an alias that is a word of JavaScript, under 31 names', `{ ${times(31, (n) => `__proto__${n}: ${programs}`)} }`],
  ]),
  ...documents('A2', harmless, [
    ['an alias __proto__', '{ __proto__: programs { id } }'],
    ['an alias constructor', '{ constructor: programs { id } }'],
    ['an alias toString within an entity', '{ companies(first: 1) { edges { node { toString: id hasOwnProperty: legalName } } } }'],
    ['an alias then, as a promise would have', '{ then: programs { then: id catch: name } }'],
    ['an alias __typename for another field', '{ programs { __typename: id } }'],
    ['an alias _entities', '{ _entities: programs { id } }'],
    ['an alias toJSON', '{ toJSON: programs { toJSON: name } }'],
    ['an alias length on a list', '{ length: programs { length: id } }'],
  ]),
  ...documents('A3', refused, [
    ['200 fields within one another', `{ ${nest(200, 'companies(first: 1) { edges { node { ', 'id', ' } } }')} }`],
    ['17 fields within one another', `{ viewer { company { ${nest(16, 'homeBranch { ', 'id')} } } }`],
    ['5,000 opening braces', () => '{ a '.repeat(5_000)],
    ['5,000 inline fragments within one another', () => `{ ${nest(5_000, '... { ', 'programs { id }')} }`],
    ['60 inline fragments around one field', `{ ${nest(600, '... on Query { ', 'programs { id }')} }`],
    ['2,000 lists within one another as an argument', () => `{ company(id: ${nest(2_000, '[', '1', ']')}) { id } }`],
    [
      'objects within one another as an argument',
      () => `mutation { applyForMembership(input: ${nest(1_000, '{ a: ', '1', '}')}) { __typename } }`,
    ],
    ['900 lists within one another as an argument', () => `{ company(id: ${nest(900, '[', '1', ']')}) { id } }`],
    ['450 objects within one another as an argument', () => `{ company(id: ${nest(450, '{ a: ', '1', '}')}) { id } }`],
    ['900 lists within one another as a default', () => `query ($a: ID = ${nest(900, '[', '1', ']')}) { company(id: $a) { id } }`],
    ['a variable of a type of 900 lists', () => `query ($a: ${nest(900, '[', 'ID', ']')}) { company(id: $a) { id } }`],
    ['900 lists within one another in a directive', () => `{ company(id: "x") { id @include(if: ${nest(900, '[', '1', ']')}) } }`],
    ['a variable of a type of 2,000 lists', () => `query ($a: ${nest(2_000, '[', 'ID', ']')}) { programs { id } }`],
  ]),
  ...documents('A4', refused, [
    ['one field written 10,000 times', () => `{ programs { ${times(10_000, () => 'id')} } }`],
    ['one field written 60 times', `{ programs { ${times(60, () => 'id')} } }`],
    ['one list written 1,000 times', () => `{ ${times(1_000, () => list)} }`],
    [
      'overlapping selections at every level',
      `{ ${times(60, () => '... on Query { companies(first: 2) { edges { node { id homeBranch { id name } } } } }')} }`,
    ],
    ['the same field with 100 different arguments', `{ ${times(100, (n) => `company(id: "${n}") { id }`)} }`],
    ['1,500 different unknown fields', () => `{ ${times(1_500, (n) => `unknown${n}`)} }`],
    ['30 unknown fields', `{ programs { ${times(30, (n) => `unknown${n}`)} } }`],
    ['30 unknown arguments', `{ programs(${times(30, (n) => `unknown${n}: ${n}`)}) { id } }`],
    ['30 variables of unknown types', `query (${times(30, (n) => `$v${n}: Unknown${n}`)}) { programs { id } }`],
    ['500 variables that nobody uses', () => `query (${times(500, (n) => `$v${n}: ID`)}) { programs { id } }`],
    ['30 unknown directives', `{ ${times(18, (n) => `programs @unknown${n} { id }`)} }`],
  ]),
  ...documents('A5', refused, [
    ['a fragment that holds itself', '{ ...F } fragment F on Query { ...F }'],
    ['two fragments that hold each other', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['a hundred fragments in a circle', `{ ...F0 } ${times(100, (n) => `fragment F${n} on Query { ...F${(n + 1) % 100} }`)}`],
    ['a circle that nobody enters', '{ programs { id } } fragment F on Query { ...F }'],
    [
      'fragments that double 25 times',
      `{ ...F0 } ${times(25, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F25 on Query { programs { id } }`,
    ],
    [
      'fragments that multiply by ten eight times',
      `{ ...F0 } ${times(8, (n) => `fragment F${n} on Query { ${times(10, () => `...F${n + 1}`)} }`)} fragment F8 on Query { programs { id } }`,
    ],
    ['300 fragments that nobody uses', () => `{ programs { id } } ${times(300, (n) => `fragment F${n} on Query { programs { id } }`)}`],
    [
      'the same fragment at growing depth',
      `{ ${times(8, (n) => nest(n, 'viewer { company { ', '...F', ' } }'))} } fragment F on Company { ${nest(8, 'homeBranch { ', 'id')} }`,
    ],
    ['a fragment on a type that is none', '{ ...F } fragment F on Nothing { id }'],
    ['a fragment on an enum', '{ ...F } fragment F on MembershipStatus { id }'],
    ['two fragments of one name', '{ ...F } fragment F on Query { programs { id } } fragment F on Query { branches { id } }'],
    ['a fragment that is not there', '{ ...Nobody }'],
    ['a fragment named on', '{ ...on } fragment on on Query { programs { id } }'],
  ]),
  ...documents('A6', refused, [
    ['one directive 100 times', `{ programs ${times(100, () => '@include(if: true)')} { id } }`],
    ['five directives at one place', `{ programs ${times(5, () => '@skip(if: false)')} { id } }`],
    ['an unknown directive', '{ programs @drop(table: "company") { id } }'],
    ['a directive without its argument', '{ programs @include { id } }'],
    ['a directive with a text for a truth', '{ programs @include(if: "yes") { id } }'],
    ['a directive of the inside, @requiresScopes', '{ programs @requiresScopes(scopes: [["members:read"]]) { id } }'],
    ['a directive of the inside, @inaccessible', '{ programs @inaccessible { id } }'],
    ['@deprecated in a document', '{ programs @deprecated { id } }'],
    ['@defer', '{ programs { id ... @defer { name } } }'],
    ['@stream', '{ programs @stream(initialCount: 0) { id } }'],
    ['100 directives on the operation', `query Q ${times(100, () => '@include(if: true)')} { programs { id } }`],
    ['100 directives on a variable', `query Q($a: ID ${times(100, () => '@x')}) { company(id: $a) { id } }`],
    ['100 directives on a fragment', `{ ...F } fragment F on Query ${times(100, () => '@x')} { programs { id } }`],
  ]),
  ...documents('A6b', harmless, [
    ['contradictory conditions', '{ programs @include(if: true) @skip(if: true) { id } }'],
    ['everything left out', '{ programs @skip(if: true) { id } }'],
    ['everything within one left out', '{ programs { id @include(if: false) } }'],
    ['a protected field left out by @include', '{ programs { id } companies(first: 1) @include(if: false) { totalCount } }'],
  ]),
];
