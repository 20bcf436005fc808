import { companyId } from '../arena/principals.ts';
import { badEntries, lateEntry } from '../wire/entries.ts';
import { documents } from './case.ts';
import { harmless, nothingFor, status } from './expectation.ts';
import type { AttackCase } from './shapes.ts';

const albi = companyId('cantepau-aerostructures');
const nobody = 'company_00000000000000000000000000';
const entities = (selection: string) => `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ${selection} } }`;
const company = (selection: string) => entities(`... on Company { ${selection} }`);
const of = (...representations: readonly unknown[]) => ({ of: representations });

/** Facts as membership would state them, made up to be told what the rules make of them. */
const madeUpFacts = {
  membershipStatus: 'ACTIVE',
  country: 'FR',
  foundedOn: '2000-01-01',
  activityNomenclature: 'NAF_REV_2',
  activityCode: '30.30Z',
  activitySection: 'C',
  siteDepartments: ['81'],
  closedOn: '2025-12-31',
  turnover: '4000000.00',
  exportTurnover: '1.00',
  balanceTotal: '1.00',
  currency: 'EUR',
  fte: 20,
  figuresSource: 'AUDITED',
  sizeCategory: 'PME',
  possibleSizeCategories: ['PME'],
  referenceClosedOn: '2022-12-31',
  referenceTurnover: '1.00',
  referenceFte: 1,
  inCollectiveProceedings: false,
};

/** D: what a gateway that is broken, or in other hands, would send to a subgraph. */
export const federationCases: readonly AttackCase[] = [
  ...[...Object.keys(badEntries), lateEntry].map(
    (entry, index): AttackCase => ({
      id: `D1.${index + 1}`,
      title: `a good question with ${entry}`,
      expects: status(401, 503),
      at: 'subgraphs',
      entry,
      body: () => JSON.stringify({ query: '{ __typename _service { sdl } }' }),
    }),
  ),
  ...documents('D3', harmless, [
    ['an entity that is not there', company('id'), of({ __typename: 'Company', id: nobody })],
    ['no key', company('id'), of({ __typename: 'Company' })],
    ['a key that is null', company('id'), of({ __typename: 'Company', id: null })],
    ['a key that is a number', company('id'), of({ __typename: 'Company', id: 7 })],
    ['a key that is a list', company('id'), of({ __typename: 'Company', id: [albi] })],
    ['a key that is an object', company('id'), of({ __typename: 'Company', id: { $ne: null } })],
    ['a key of 100 KB', company('id'), () => of({ __typename: 'Company', id: 'x'.repeat(100_000) })],
    ['a key with SQL in it', company('id'), of({ __typename: 'Company', id: "company_' OR 1=1 --" })],
    ['a key of another type', company('id'), of({ __typename: 'Company', id: 'branch_00000000000000000000000000' })],
    [
      'fields more than declared',
      company('id'),
      of({ __typename: 'Company', id: albi, role: 'ADMIN', ownerId: nobody, legalName: 'made up' }),
    ],
    [
      '__proto__ in a representation',
      company('id'),
      () => of(JSON.parse(`{"__typename":"Company","id":"${albi}","__proto__":{"polluted":true}}`)),
    ],
    [
      'constructor in a representation',
      company('id'),
      of({ __typename: 'Company', id: albi, constructor: { prototype: { polluted: true } } }),
    ],
    [
      'facts that are a text',
      company('fundFit { verdict } acceleratorEligibility { verdict }'),
      of({ __typename: 'Company', id: albi, assessmentFacts: 'x' }),
    ],
    ['facts that are empty', company('fundFit { verdict }'), of({ __typename: 'Company', id: albi, assessmentFacts: {} })],
    [
      'facts that are empty, for the programs',
      company('acceleratorEligibility { verdict }'),
      of({ __typename: 'Company', id: albi, assessmentFacts: {} }),
    ],
    [
      'facts of wrong types',
      company('fundFit { verdict }'),
      of({ __typename: 'Company', id: albi, assessmentFacts: { ...madeUpFacts, fte: 'many', turnover: 7, closedOn: 'now' } }),
    ],
    [
      'facts of wrong types, for the programs',
      company('acceleratorEligibility { verdict }'),
      of({ __typename: 'Company', id: albi, assessmentFacts: { ...madeUpFacts, sizeCategory: 7, turnover: {}, foundedOn: 'infinity' } }),
    ],
    [
      'facts with numbers beyond all',
      company('fundFit { verdict score }'),
      of({
        __typename: 'Company',
        id: albi,
        assessmentFacts: { ...madeUpFacts, turnover: '9'.repeat(400), fte: 1e308, referenceFte: 5e-324 },
      }),
    ],
  ]),
  ...documents('D3b', nothingFor('anonymous', 'hub-maroc'), [
    [
      'made-up facts, to hear what the fund makes of them',
      company('fundFit { verdict score message }'),
      of({ __typename: 'Company', id: albi, assessmentFacts: madeUpFacts }),
    ],
    [
      'made-up facts, to hear what the programs make of them',
      company('acceleratorEligibility { verdict summary }'),
      of({ __typename: 'Company', id: albi, assessmentFacts: madeUpFacts }),
    ],
    [
      'the facts behind every judgement',
      company('assessmentFacts { turnover fte sizeCategory referenceTurnover }'),
      of({ __typename: 'Company', id: albi }),
    ],
    ['the figures by way of a reference', company('latestFigures { turnover { amount } }'), of({ __typename: 'Company', id: albi })],
    ['the people by way of a reference', company('people { name }'), of({ __typename: 'Company', id: albi })],
    [
      'the file by way of a reference',
      company('membershipFile { version application { explanation } }'),
      of({ __typename: 'Company', id: albi }),
    ],
  ]),
  ...documents('D3c', nothingFor('anonymous'), [
    [
      'the name of a company by way of a reference',
      company('legalName town registrations { value }'),
      of({ __typename: 'Company', id: albi }),
    ],
    [
      'reviews by way of a reference',
      company('reviewsWritten(first: 5) { totalCount edges { node { text } } }'),
      of({ __typename: 'Company', id: albi }),
    ],
    [
      'positions by way of a reference',
      company('positions(first: 5) { totalCount edges { node { city } } }'),
      of({ __typename: 'Company', id: albi }),
    ],
  ]),
];
