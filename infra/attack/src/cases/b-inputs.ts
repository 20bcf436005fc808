import { createHash } from 'node:crypto';
import { documents, values } from './case.ts';
import { harmless, refused } from './expectation.ts';
import type { AttackCase } from './shapes.ts';

const apply = 'mutation ($value: ApplyForMembershipInput!) { applyForMembership(input: $value) { __typename } }';
const uploadList = 'mutation ($value: UploadMemberListInput!) { uploadMemberList(input: $value) { ... on MemberListRefused { reason } } }';
const nobody = 'company_00000000000000000000000000';

/** B: files, names and literals. */
export const inputCases: readonly AttackCase[] = [
  ...values('B8', uploadList, refused, [
    { idempotencyKey: 'attack', branch: 'tarn', fileName: 'a.csv', contentBase64: 7 },
    { idempotencyKey: 'attack', branch: 'tarn', fileName: 'a.csv', contentBase64: null },
    { idempotencyKey: 'attack', branch: 'tarn', fileName: ['a'], contentBase64: '' },
    { idempotencyKey: 'attack', branch: 'tarn', fileName: 'a.csv' },
  ]),
  ...values('B8b', uploadList, harmless, [
    file(''),
    file('not base64 at all %%%'),
    file(encoded('a;b;c\n1;2;3')),
    file(encoded('Nom;SIREN\n"'.padEnd(50_000, 'x'))),
    file(encoded(`Nom;SIREN\n${'=cmd|calc;123456789\n'.repeat(500)}`)),
    file(encoded(`Nom;SIREN\n${';'.repeat(50_000)}`)),
    file(encoded('Nom;SIREN\n\u0000;\u0000')),
    file(Buffer.from([0xff, 0xfe, 0x00, 0xd8]).toString('base64')),
    file(Buffer.from([0xc3, 0x28, 0xa0, 0xa1]).toString('base64')),
    file(encoded(`Nom;SIREN;__proto__;constructor\na;123456789;x;y`)),
    { ...file(encoded('Nom;SIREN\na;1')), branch: 'nowhere' },
    { ...file(encoded('Nom;SIREN\na;1')), branch: 'maroc' },
    { ...file(encoded('Nom;SIREN\na;1')), branch: '__proto__' },
    { ...file(encoded('Nom;SIREN\na;1')), fileName: '../../etc/passwd' },
    { ...file(encoded('Nom;SIREN\na;1')), fileName: 'x'.repeat(10_000) },
    { ...file(encoded('Nom;SIREN\na;1')), fileName: 'a\u202egpj.exe' },
    { ...file(encoded(`Nom;SIREN;CA\na;123456789;${'9'.repeat(10_000)}`)) },
    { ...file(encoded(`Nom;SIREN;CA\na;123456789;1e400`)) },
    { ...file(encoded(`Nom;SIREN;CA\na;123456789;NaN`)) },
  ]),
  ...documents('B10', harmless, [
    [
      '__proto__ as a variable',
      'query ($a: String) { companies(first: 1, search: $a) { totalCount } }',
      () => JSON.parse('{"__proto__":{"polluted":true},"a":"x"}'),
    ],
    [
      'constructor.prototype as a variable',
      'query ($a: String) { companies(first: 1, search: $a) { totalCount } }',
      { constructor: { prototype: { polluted: true } }, a: 'x' },
    ],
    [
      '__proto__ within an input',
      apply,
      () =>
        JSON.parse(
          `{"value":{"__proto__":{"polluted":true},"idempotencyKey":"attack","companyId":"${nobody}","branch":"tarn","consent":true}}`,
        ),
    ],
    ['a variable that nobody declared', '{ programs { id } }', { anything: 'x' }],
    [
      '2,000 variables that nobody declared',
      '{ programs { id } }',
      () => Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`v${n}`, n])),
    ],
    ['a variable named toString', 'query ($toString: String) { companies(first: 1, search: $toString) { totalCount } }', { toString: 'x' }],
    [
      'a variable named __proto__',
      'query ($__proto__: String) { companies(first: 1, search: $__proto__) { totalCount } }',
      () => JSON.parse('{"__proto__":"x"}'),
    ],
    ['a default that is no date', 'query ($d: LocalDate = "now") { memberCounts(asOf: $d) { total } }'],
    ['a default of another type', 'query ($n: Int = "x") { companies(first: $n) { totalCount } }'],
    ['a variable of an output type', 'query ($c: Company) { programs { id } }', { c: {} }],
    ['one variable twice', 'query ($a: ID, $a: ID) { company(id: $a) { id } }', { a: nobody }],
    ['a required variable left out', 'query ($a: CountryCode!) { destination(country: $a) { name } }'],
  ]),
  ...documents('B11', refused, [
    ['a date as an enum', '{ memberCounts(asOf: now) { total } }'],
    ['a date as a number', '{ memberCounts(asOf: 20260101) { total } }'],
    ['a country as an enum', '{ destination(country: MA) { name } }'],
    ['an object for a country', '{ destination(country: { code: "MA" }) { name } }'],
    ['an unknown enum value', '{ companies(first: 1, membershipStatus: KING) { totalCount } }'],
    ['an enum value as a text', '{ companies(first: 1, membershipStatus: "ACTIVE") { totalCount } }'],
    ['one argument twice', '{ companies(first: 1, first: 2) { totalCount } }'],
    [
      'one input field twice',
      `mutation { applyForMembership(input: { idempotencyKey: "x", idempotencyKey: "y", companyId: "${nobody}", branch: "tarn", consent: true }) { __typename } }`,
    ],
  ]),
];

/** The same list has the same key, so that however often it is sent it is one batch, and nothing enters the directory. */
function file(contentBase64: string): { idempotencyKey: string; branch: string; fileName: string; contentBase64: string } {
  const idempotencyKey = createHash('sha256').update(contentBase64).digest('hex');
  return { idempotencyKey, branch: 'tarn', fileName: 'a.csv', contentBase64 };
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64');
}
