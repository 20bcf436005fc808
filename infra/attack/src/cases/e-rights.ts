import { companyId } from '../arena/principals.ts';
import { documents, values } from './case.ts';
import { nothingFor, refused } from './expectation.ts';
import type { AttackCase } from './shapes.ts';

const albi = companyId('cantepau-aerostructures');
const one = (selection: string) => `{ company(id: "${albi}") { ${selection} } }`;
const all = (selection: string) => `{ companies(first: 100) { edges { node { ${selection} } } } }`;
const around = (selection: string) =>
  `{ destination(country: "MA") { positions(first: 100) { edges { node { company { ${selection} } } } } } }`;
const figures = 'latestFigures { turnover { amount } exportTurnover { amount } balanceTotal { amount } fte closedOn }';
const years = 'figures(first: 10) { edges { node { turnover { amount } } } }';
const judged = 'acceleratorEligibility { verdict summary criteria { value } nearestMiss { shortBy { amount } } }';
const file = 'membershipFile { version application { explanation ground } history(first: 10) { edges { node { why actor } } } }';
const outsiders = ['anonymous', 'hub-maroc'] as const;

const bySearch = 'query ($value: String) { companies(first: 1, search: $value) { totalCount } }';

/** E: asking for what is another's, straight or by the back door. Everything that is there bears a canary too. */
export const rightsCases: readonly AttackCase[] = [
  ...documents('E1', nothingFor(...outsiders), [
    ['figures of one company', one(figures)],
    ['figures of one company, of every year', one(years)],
    ['figures of one company on a day', one(`latestFigures(asOf: "2025-12-31") { turnover { amount } }`)],
    ['figures of all companies', all(figures)],
    ['figures of all companies, of every year', all(years)],
    ['figures by way of a position', around(figures)],
    [
      'figures by way of a review',
      '{ destination(country: "MA") { reviews(first: 50) { edges { node { author { latestFigures { turnover { amount } } } } } } } }',
    ],
    [
      'figures by way of premises',
      '{ destination(country: "MA") { premises(first: 50) { edges { node { operatorCompany { latestFigures { turnover { amount } } } } } } } }',
    ],
    ['figures by way of what the programs find', all(judged)],
    ['figures by way of what the fund finds', all('fundFit { verdict score criteria { value shortBy message } }')],
    ['a size, which is made of figures', all('sizeCategory { category possible basedOn }')],
    ['figures under another name', one(`a: ${figures}`)],
    ['figures in a fragment', `${one('...F')} fragment F on Company { ${figures} }`],
    ['figures in an inline fragment', one(`... on Company { ${figures} }`)],
    ['figures that are left out', one('latestFigures @include(if: false) { turnover { amount } }')],
  ]),
  ...documents('E2', nothingFor(...outsiders), [
    ['people of one company', one('people { id name role }')],
    ['people of all companies', all('people { name }')],
    ['people by way of a position', around('people { name }')],
    ['the file of one company', one(file)],
    ['the files of all companies', all(file)],
    ['the company of the viewer', '{ viewer { company { id legalName latestFigures { turnover { amount } } } } }'],
  ]),
  ...documents('E2b', nothingFor('anonymous'), [
    ['all companies', all('id legalName tradeName town department activities { code }')],
    ['one company', one('id legalName')],
    ['how many companies there are in a search', '{ companies(first: 1, search: "a") { totalCount } }'],
    ['positions', '{ positions(first: 10) { totalCount edges { node { id city company { id } } } } }'],
    [
      'positions in a country',
      '{ destination(country: "MA") { positions(first: 10) { totalCount edges { node { city } } } positionsInOccitanie(first: 10) { totalCount } } }',
    ],
    [
      'reviews',
      '{ destination(country: "MA") { reviews(first: 10) { totalCount edges { node { text } } } pitfalls(first: 10) { totalCount } score { value n } } }',
    ],
    ['premises', '{ destination(country: "MA") { premises(first: 10) { totalCount edges { node { town price { amount } } } } } }'],
    ['registration numbers of all companies', all('registrations { scheme value verified }')],
    ['when all companies were founded', all('foundedOn')],
    ['gaps in what is known of all companies', all('gaps { code message }')],
    ['prospects of the branches', all('prospectBranch { code } memberSince')],
    ['movements of members', '{ memberMovements { year joined left } }'],
    ['old cohorts', '{ programs { cohorts(first: 10) { edges { node { name } } } } }'],
  ]),
  // What a hub's token may read stands at the subgraphs; what its app is offered is the contract, which the gateway holds.
  ...documents(
    'E2c',
    nothingFor('hub-maroc'),
    [
      ['all companies, as a partner', all('id legalName town')],
      ['one company, as a partner', one('id legalName registrations { value }')],
      ['how many companies there are in a search, as a partner', '{ companies(first: 1, search: "a") { totalCount } }'],
      ['movements of members, as a partner', '{ memberMovements { year joined left } }'],
      ['members of a branch, as a partner', '{ branch(code: "tarn") { members(first: 10) { totalCount edges { node { legalName } } } } }'],
      ['the fund, as a partner', '{ fund { name } }'],
      [
        'a company behind a fragment, as a partner',
        `query { ...F } fragment F on Query { company(id: "${albi}") { ... on Company { legalName } } }`,
      ],
    ],
    'gateway',
  ),
  // Nobody may search in what they cannot read, staff included: nothing of it is part of a search.
  ...values('E3', bySearch, nothingFor(...outsiders, 'staff'), [
    'CanaryPerson',
    'CanaryPerson1',
    'CanaryRaw',
    'CanaryExplanation',
    'CanaryHistory',
    'CanaryHubUs',
    'CanaryReview',
    '731091155',
    '7310911551',
    '731091177',
    '7310911551%',
    '%731091155%',
  ]),
  ...documents('E3b', refused, [
    ['a filter by turnover', '{ companies(first: 1, turnoverGt: 1000000) { totalCount } }'],
    ['a filter by figures', '{ companies(first: 1, filter: { latestFigures: { turnover: { gt: 1 } } }) { totalCount } }'],
    ['a filter in another style', '{ companies(first: 1, where: { turnover_gt: 1 }) { totalCount } }'],
    ['an order by turnover', '{ companies(first: 1, orderBy: TURNOVER_DESC) { edges { node { id } } } }'],
    ['an order in another style', '{ companies(first: 1, sort: "turnover") { edges { node { id } } } }'],
    ['a filter by people', '{ companies(first: 1, leader: "Canary") { totalCount } }'],
    ['a sum of turnover', '{ companies(first: 1) { aggregate { sum { turnover } } } }'],
    ['an average of turnover', '{ memberCounts { averageTurnover } }'],
    ['a filter of positions by company', `{ positions(first: 1, companyId: "${albi}") { totalCount } }`],
    [
      'a filter of reviews by whether they are published',
      '{ destination(country: "MA") { reviews(first: 1, published: false) { totalCount } } }',
    ],
    ['all people', '{ people(first: 10) { name } }'],
    ['one person', '{ person(id: "person_00000000000000000000000000") { name } }'],
    ['all figures', '{ annualFigures(first: 10) { turnover } }'],
    ['a node of any type', `{ nodes(ids: ["${albi}"]) { id } }`],
  ]),
];
