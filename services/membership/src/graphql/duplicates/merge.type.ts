import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { mergeRefusals } from '../../domain/duplicates/merging.ts';
import { undoRefusals } from '../../domain/duplicates/undoing.ts';
import type { MergeView } from '../../use-cases/duplicates/merge-views.ts';
import { ChangeInput, changeResult } from '../types/change-results.type.ts';
import { CompanyType } from '../types/company.type.ts';
import { mergeTexts, undoTexts } from './merge.texts.ts';

@ObjectType('CompanyMerge', { description: 'Two records of one company that became one.', simpleResolvers: true })
export class CompanyMergeType {
  @Field(() => ID, { description: 'The id of the merge; it begins with "merge_".' })
  id!: string;

  @Field(() => ID, {
    description: 'The id that the other record had. It still leads to the company, and other domains may know the company by it.',
  })
  mergedId!: string;

  @Field(() => LocalDateScalar, { description: 'The day they became one.' })
  mergedOn!: LocalDate;

  @Field(() => String, { description: 'What showed that it was one company.' })
  reason!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it was undone; null while they are one.' })
  undoneOn!: LocalDate | null;
}

export function showMerge({ id, mergedId, mergedOn, reason, undoneOn }: MergeView): CompanyMergeType {
  return { id: encodeId('merge', id), mergedId: encodeId('company', mergedId), mergedOn, reason, undoneOn };
}

@InputType('MergeCompaniesInput', { description: 'Two records that are of one company.' })
export class MergeCompaniesInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the record that stays. Where both tell of one thing, this one counts.' })
  keptCompanyId!: string;

  @Field(() => ID, { description: 'The id of the record that becomes part of it; the id goes on leading to the company.' })
  mergedCompanyId!: string;

  @Field(() => Int, { description: 'The factsVersion of the record that stays, as it was read before. Another one now is a conflict.' })
  keptVersion!: number;

  @Field(() => Int, { description: 'The factsVersion of the other record, as it was read before. Another one now is a conflict.' })
  mergedVersion!: number;

  @Field(() => String, { description: 'What shows that it is one company, in at most 1,000 characters.' })
  reason!: string;
}

@InputType('UndoMergeInput', { description: 'A merge of two companies that are not one after all.' })
export class UndoMergeInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the merge; it begins with "merge_".' })
  mergeId!: string;

  @Field(() => Int, { description: 'The factsVersion of the company that was read before. Another one now is a conflict.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'What shows that they are two companies, in at most 1,000 characters.' })
  reason!: string;
}

@ObjectType('CompaniesMerged', { description: 'The two records are one now.', simpleResolvers: true })
export class CompaniesMergedType {
  @Field(() => CompanyMergeType, { description: 'The merge, by whose id it can be undone.' })
  merge!: CompanyMergeType;

  @Field(() => CompanyType, { description: 'The company with all of both.' })
  company!: CompanyType;
}

@ObjectType('MergeUndone', { description: 'The two are apart again, each with what was its own.', simpleResolvers: true })
export class MergeUndoneType {
  @Field(() => CompanyMergeType, { description: 'The merge that was undone.' })
  merge!: CompanyMergeType;

  @Field(() => CompanyType, { description: 'The company that stayed.' })
  company!: CompanyType;

  @Field(() => CompanyType, { description: 'The one that is a company of its own again.' })
  otherCompany!: CompanyType;
}

export const mergingThem = changeResult('mergeCompanies', 'MergeRefused', mergeRefusals, mergeTexts, CompaniesMergedType);
export const undoingIt = changeResult('undoMerge', 'MergeUndoingRefused', undoRefusals, undoTexts, MergeUndoneType);
