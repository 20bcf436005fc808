import type { Texts } from '@leader/subgraph-kit/graph/texts';
import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type ListEncoding, listEncodings } from '../domain/network-list/file-text.ts';
import type { RowOutcome } from '../domain/network-list/network-list.ts';
import type { RowReasonCode } from '../domain/network-list/reasons.ts';
import type { MemberListRefusalReason } from '../use-cases/import-member-list.ts';
import type { MemberListRow } from '../use-cases/member-list-ports.ts';
import { refusalTexts, rowTexts } from './import-member-list.texts.ts';
import { BranchType } from './types/branch.type.ts';

const MemberListOutcomeEnum = { ADDED: 'ADDED', MATCHED: 'MATCHED', SUSPECT: 'SUSPECT', REFUSED: 'REFUSED' } as const satisfies Record<
  RowOutcome,
  string
>;
registerEnumType(MemberListOutcomeEnum, {
  name: 'MemberListOutcome',
  description: 'What became of a row of a member list.',
  valuesConfig: {
    ADDED: { description: 'The company is new: it is a prospect of the branch until it is admitted.' },
    MATCHED: { description: 'The company is already known by its number, or stands on an earlier line.' },
    SUSPECT: { description: 'It may be a company known by another number: the row waits for a person.' },
    REFUSED: { description: 'The row cannot be taken as it is: it waits until it is mended.' },
  },
});

const MemberListEncodingEnum = Object.fromEntries(listEncodings.map((encoding) => [encoding, encoding])) as { [Key in ListEncoding]: Key };
registerEnumType(MemberListEncodingEnum, {
  name: 'MemberListEncoding',
  description: 'How the letters of a file are written.',
  valuesConfig: {
    UTF_8: { description: 'UTF-8, with or without a byte-order mark.' },
    UTF_16: { description: 'UTF-16 with a byte-order mark, as "Unicode text" of a spreadsheet.' },
    WINDOWS_1252: { description: 'Windows-1252, as "CSV" of a spreadsheet in France.' },
  },
});

const MemberListReasonEnum = codesOf<RowReasonCode>(rowTexts, 'MemberListReasonCode', 'What there is to say about a row of a member list.');
const MemberListRefusalReasonEnum = codesOf<MemberListRefusalReason>(
  refusalTexts,
  'MemberListRefusalReason',
  'Why a member list was not taken as a whole.',
);

/** An enum out of the sentences about its values, so that none can lack one. */
function codesOf<Code extends string>(texts: Readonly<Record<Code, Texts>>, name: string, description: string): { [Key in Code]: Key } {
  const values = Object.fromEntries(Object.keys(texts).map((code) => [code, code])) as { [Key in Code]: Key };
  const valuesConfig = Object.fromEntries(Object.entries<Texts>(texts).map(([code, text]) => [code, { description: text.en }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as never });
  return values;
}

@InputType('ImportMemberListInput', { description: 'A list of companies as a file, and the branch that it joins.' })
export class ImportMemberListInput {
  @Field(() => String, {
    description:
      'Chosen by the caller, 1 to 200 signs without spaces. Sent again with the same list it gives the same answer and enters nothing twice.',
  })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Code of the local branch, for example tarn. The newcomers become its prospects.' })
  branch!: string;

  @Field(() => String, { description: 'Name of the file, shown in the report.' })
  fileName!: string;

  @Field(() => String, { description: 'The bytes of the file in base64: a table with a row of headings, at most 160 KB and 5,000 rows.' })
  contentBase64!: string;

  @Field(() => Boolean, { description: 'True tells what the import would do, and writes nothing.' })
  dryRun!: boolean;
}

@ObjectType('MemberListReason', { description: 'Something to say about a row of a member list.', simpleResolvers: true })
export class MemberListReasonType {
  @Field(() => MemberListReasonEnum, { description: 'What it is, as a stable code.' })
  code!: RowReasonCode;

  @Field(() => String, { description: 'The same as a sentence in the language of the request, with what to do.' })
  message!: string;
}

@ObjectType('MemberListRow', { description: 'What became of one row of a member list.' })
export class MemberListRowType {
  @Field(() => Int, { simple: true, description: 'Line of the file on which the row ends, counted from 1.' })
  line!: number;

  @Field(() => String, {
    simple: true,
    description: 'The name as the list has it, without anything that a terminal or spreadsheet could run.',
  })
  name!: string;

  @Field(() => MemberListOutcomeEnum, { simple: true, description: 'What became of it.' })
  outcome!: RowOutcome;

  /** Not part of the graph: what its fields are resolved from. */
  row!: MemberListRow;
}

@ObjectType('MemberListCounts', { description: 'A member list in numbers.', simpleResolvers: true })
export class MemberListCountsType {
  @Field(() => Int, { description: 'Rows whose company is new.' })
  added!: number;

  @Field(() => Int, { description: 'Rows whose company was known already.' })
  matched!: number;

  @Field(() => Int, { description: 'Rows that wait for a person to say whether the company is known.' })
  suspect!: number;

  @Field(() => Int, { description: 'Rows that wait to be mended.' })
  refused!: number;

  @Field(() => Int, { description: 'Closed years whose figures were not known before.' })
  figuresAdded!: number;

  @Field(() => Int, { description: 'Closed years whose figures were known otherwise. What was known before stays known.' })
  figuresCorrected!: number;

  @Field(() => Int, { description: 'E-mail addresses that were not kept, because there is no register of consents yet.' })
  emailsLeftOut!: number;
}

@ObjectType('MemberListImported', { description: 'The report of an import, or of a dry run.' })
export class MemberListImportedType {
  @Field(() => Boolean, { simple: true, description: 'True when nothing was written.' })
  dryRun!: boolean;

  @Field(() => BranchType, { simple: true, description: 'The branch the list joins.' })
  branch!: BranchType;

  @Field(() => String, { simple: true, description: 'Name of the file.' })
  fileName!: string;

  @Field(() => MemberListEncodingEnum, { simple: true, description: 'How the file was read.' })
  encoding!: ListEncoding;

  @Field(() => String, { simple: true, description: 'The sign between two cells.' })
  delimiter!: string;

  @Field(() => [String], { simple: true, description: 'Headings that were not understood; their columns were not read.' })
  ignoredColumns!: readonly string[];

  @Field(() => [String], { simple: true, description: 'Headings of amounts that name no unit: they were read as whole euros.' })
  amountsReadAsEuros!: readonly string[];

  @Field(() => MemberListCountsType, { simple: true, description: 'The rows in numbers.' })
  counts!: MemberListCountsType;

  @Field(() => [MemberListRowType], { simple: true, description: 'Every row in the order of the file, at most 5,000.' })
  rows!: readonly MemberListRowType[];
}

@ObjectType('MemberListRefused', { description: 'The list was not taken, and nothing was written.', simpleResolvers: true })
export class MemberListRefusedType {
  @Field(() => MemberListRefusalReasonEnum, { description: 'Why, as a stable code.' })
  reason!: MemberListRefusalReason;

  @Field(() => String, { description: 'Why, and what to do, as a sentence in the language of the request.' })
  message!: string;
}

export const ImportMemberListResult = createUnionType({
  name: 'ImportMemberListResult',
  description: 'The report of an import, or why the list was not taken.',
  types: () => [MemberListImportedType, MemberListRefusedType] as const,
  resolveType: (value) => ('reason' in value ? MemberListRefusedType : MemberListImportedType),
});
