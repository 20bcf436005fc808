import { nest, values, Written } from './case.ts';
import { harmless, refused } from './expectation.ts';
import type { AttackCase } from './shapes.ts';

const byName = 'query ($value: String) { companies(first: 1, search: $value) { totalCount } }';
const apply = 'mutation ($value: ApplyForMembershipInput!) { applyForMembership(input: $value) { __typename } }';
const exclude = 'mutation ($value: ExcludeMemberInput!) { excludeMember(input: $value) { __typename } }';
const nobody = 'company_00000000000000000000000000';
const application = { idempotencyKey: 'attack', companyId: nobody, branch: 'tarn', consent: true };
const exclusion = {
  idempotencyKey: 'attack',
  companyId: nobody,
  expectedVersion: 1,
  motive: 'x',
  votesFor: 1,
  votesAgainst: 0,
  abstentions: 0,
};
const deep = (depth: number) => new Written(nest(depth, '{"a":', '1', '}'));
const list = (length: number, item: string) => new Written(`[${Array.from({ length }, () => item).join(',')}]`);

/** B: numbers, lists and objects as variables. */
export const valueCases: readonly AttackCase[] = [
  ...values('B1', byName, refused, [
    list(10_000, '1'),
    list(100_000, '1'),
    list(1_001, '"a"'),
    list(900, '{}'),
    list(30, '[[[]]]'),
    list(4_000, 'null'),
    [[['a']]],
    {},
    [],
    7,
    true,
  ]),
  ...values('B1b', apply, refused, [
    list(900, '1'),
    list(10_000, '{}'),
    'text',
    7,
    null,
    [],
    { ...application, consent: 'yes' },
    { ...application, consent: 1 },
    { ...application, branch: ['tarn'] },
  ]),
  ...values('B2', apply, refused, [
    deep(20),
    deep(1_000),
    deep(20_000),
    { ...application, a: { b: { c: {} } } },
    { ...application, role: 'ADMIN' },
    { ...application, version: 9 },
    { ...application, hub: 'US' },
    { ...application, id: nobody },
  ]),
  ...values('B4', exclude, refused, [
    { ...exclusion, votesFor: 2_147_483_648 },
    { ...exclusion, votesFor: -2_147_483_649 },
    { ...exclusion, votesFor: 1.5 },
    { ...exclusion, votesFor: '7' },
    { ...exclusion, votesFor: null },
    { ...exclusion, expectedVersion: 1e300 },
    new Written(JSON.stringify(exclusion).replace('"expectedVersion":1', '"expectedVersion":9007199254740993')),
    new Written(JSON.stringify(exclusion).replace('"votesFor":1', '"votesFor":1e400')),
    new Written(JSON.stringify(exclusion).replace('"votesFor":1', '"votesFor":"NaN"')),
    { ...exclusion, votesFor: true },
  ]),
  ...values('B4b', exclude, harmless, [
    { ...exclusion, votesFor: -1 },
    { ...exclusion, votesFor: 2_147_483_647, votesAgainst: 2_147_483_647 },
    { ...exclusion, expectedVersion: -1 },
    { ...exclusion, expectedVersion: 0 },
    { ...exclusion, expectedVersion: 2_147_483_647 },
    new Written(JSON.stringify(exclusion).replace('"votesFor":1', '"votesFor":1e2')),
  ]),
  ...values('B4c', 'query ($value: Int) { companies(first: $value) { totalCount } }', refused, [
    new Written('1e300'),
    new Written('1e400'),
    new Written('-0.5'),
    new Written('9007199254740993'),
    '1e3',
    'NaN',
    'Infinity',
    true,
    [1, 2],
    {},
  ]),
];
