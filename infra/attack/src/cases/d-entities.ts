import { companyId } from '../arena/principals.ts';
import { documents, times } from './case.ts';
import { harmless } from './expectation.ts';
import type { AttackCase } from './shapes.ts';

const albi = companyId('cantepau-aerostructures');
const nobody = 'company_00000000000000000000000000';
const entities = (selection: string) => `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ${selection} } }`;
const company = (selection: string) => entities(`... on Company { ${selection} }`);
const of = (...representations: readonly unknown[]) => ({ of: representations });

/** D: too many entities, and types that are none. */
export const entityCases: readonly AttackCase[] = [
  ...documents('D4', harmless, [
    ['10,000 representations', company('id'), () => of(...Array(10_000).fill({ __typename: 'Company', id: nobody }))],
    ['1,001 representations', company('id'), () => of(...Array(1_001).fill({ __typename: 'Company', id: nobody }))],
    [
      '1,000 representations of nobody',
      company('id'),
      () =>
        of(
          ...Array.from({ length: 1_000 }, (_, n) => ({
            __typename: 'Company',
            id: `company_0000000000000000000000${String(n).padStart(4, '0')}`,
          })),
        ),
    ],
    ['1,000 representations that are numbers', company('id'), () => of(...Array(1_000).fill(7))],
    ['1,000 representations of no type', company('id'), () => of(...Array(1_000).fill({ id: nobody }))],
    [
      '1,000 keys that are none',
      company('id'),
      () => of(...Array.from({ length: 1_000 }, (_, n) => ({ __typename: 'Company', id: `x${n}` }))),
    ],
    [
      '300 representations in the document',
      () => `{ _entities(representations: [${times(300, () => `{ __typename: "Company", id: "${nobody}" }`)}]) { __typename } }`,
    ],
    [
      '_entities under 100 names',
      () => `query ($of: [_Any!]!) { ${times(100, (n) => `a${n}: _entities(representations: $of) { __typename }`)} }`,
      of({ __typename: 'Company', id: nobody }),
    ],
    ['_service under 1,000 names', () => `{ ${times(1_000, (n) => `a${n}: _service { sdl }`)} }`],
    ['the schema under 100 names', () => `{ ${times(100, (n) => `a${n}: __schema { types { name fields { name type { name } } } }`)} }`],
  ]),
  ...documents('D5', harmless, [
    ['a type that is none', entities(''), of({ __typename: 'Nothing', id: albi })],
    ['a type that is no entity', entities(''), of({ __typename: 'Query' })],
    ['the type Mutation', entities(''), of({ __typename: 'Mutation' })],
    ['a scalar for a type', entities(''), of({ __typename: 'LocalDate', id: albi })],
    ['an enum for a type', entities(''), of({ __typename: 'BranchKind', id: albi })],
    ['an input for a type', entities(''), of({ __typename: 'ApplyForMembershipInput', id: albi })],
    ['a union for a type', entities(''), of({ __typename: '_Entity', id: albi })],
    ['__proto__ for a type', entities(''), of({ __typename: '__proto__', id: albi })],
    ['constructor for a type', entities(''), of({ __typename: 'constructor', id: albi })],
    ['toString for a type', entities(''), of({ __typename: 'toString', id: albi })],
    ['a type that is a number', entities(''), of({ __typename: 7, id: albi })],
    ['a type that is a list', entities(''), of({ __typename: ['Company'], id: albi })],
    ['a type that is null', entities(''), of({ __typename: null, id: albi })],
    ['a type of another subgraph', entities(''), of({ __typename: 'Premises', id: 'premises_00000000000000000000000000' })],
    [
      'a type that cannot be resolved',
      entities('... on Branch { id }'),
      of({ __typename: 'Branch', id: 'branch_00000000000000000000000000' }),
    ],
    ['a representation that is null', entities(''), of(null)],
    ['a representation that is a list', entities(''), of([{ __typename: 'Company', id: albi }])],
    ['representations that are no list', entities(''), { of: { __typename: 'Company', id: albi } }],
    ['no representations', entities(''), {}],
    ['empty representations', entities(''), { of: [] }],
  ]),
];
