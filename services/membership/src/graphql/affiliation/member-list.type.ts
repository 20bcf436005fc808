import type { Texts } from '@leader/subgraph-kit/graph/texts';
import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type ListEncoding, listEncodings } from '../../domain/network-list/file-text.ts';
import type { RowOutcome } from '../../domain/network-list/network-list.ts';
import type { RowReasonCode } from '../../domain/network-list/reasons.ts';
import type { UploadRefusalReason } from '../../use-cases/affiliation/affiliation-life.ts';
import type { ListRowView } from '../../use-cases/affiliation/affiliation-views.ts';
import { refusalTexts, rowTexts } from './member-list.texts.ts';

export const MemberListOutcomeEnum = {
  ADDED: 'ADDED',
  MATCHED: 'MATCHED',
  SUSPECT: 'SUSPECT',
  REFUSED: 'REFUSED',
} as const satisfies Record<RowOutcome, string>;
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

export const MemberListEncodingEnum = Object.fromEntries(listEncodings.map((encoding) => [encoding, encoding])) as {
  [Key in ListEncoding]: Key;
};
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
const MemberListRefusalReasonEnum = codesOf<UploadRefusalReason>(
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

  @Field(() => String, {
    nullable: true,
    simple: true,
    description: 'The number that the list gives, as it was read; null when it could not be.',
  })
  registration!: string | null;

  @Field(() => String, { nullable: true, simple: true, description: 'The town that the list gives; null when it gives none.' })
  town!: string | null;

  @Field(() => String, {
    nullable: true,
    simple: true,
    description: 'The department of the post code that the list gives, such as "09"; null when it gives none.',
  })
  department!: string | null;

  @Field(() => MemberListOutcomeEnum, {
    nullable: true,
    simple: true,
    description: 'What becomes of it, or became of it once the batch was applied; null before the batch was checked.',
  })
  outcome!: RowOutcome | null;

  /** Not part of the graph: what its fields are resolved from. */
  row!: ListRowView;
}

export const MemberListRowConnectionType = connectionType('MemberListRow', () => MemberListRowType, 'rows of a member list, in its order');

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

  @Field(() => Int, { description: 'E-mail addresses that were not kept: a person gives consent by themselves, never by a list.' })
  emailsLeftOut!: number;
}

@ObjectType('MemberListRefused', { description: 'The list was not taken, and nothing was written.', simpleResolvers: true })
export class MemberListRefusedType {
  @Field(() => MemberListRefusalReasonEnum, { description: 'Why, as a stable code.' })
  reason!: UploadRefusalReason;

  @Field(() => String, { description: 'Why, and what to do, as a sentence in the language of the request.' })
  message!: string;
}
