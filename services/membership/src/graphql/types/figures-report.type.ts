import { CurrencyCodeScalar, DecimalScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { FiguresSource } from '../../domain/annual-figures.ts';
import { correctionRefusals, declarationRefusals } from '../../domain/figures-report.ts';
import { figuresTexts } from '../figures.texts.ts';
import { AnnualFiguresType } from './annual-figures.type.ts';
import { ChangeInput, changeResult } from './change-results.type.ts';
import { CompanyType } from './company.type.ts';
import { FiguresSourceEnum } from './enums.ts';

@InputType()
abstract class FiguresInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the company; it begins with "company_".' })
  companyId!: string;

  @Field(() => LocalDateScalar, { description: 'The last day of the fiscal year.' })
  closedOn!: LocalDate;

  @Field(() => Int, { defaultValue: 12, description: 'Length of the fiscal year in months, 1 to 24; 12 when left out.' })
  months!: number;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of all amounts. It is never assumed.' })
  currency!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Turnover without value-added tax, in whole units of the currency.' })
  turnover?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The part of the turnover made abroad.' })
  exportTurnover?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Total of the balance sheet.' })
  balanceTotal?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'People working there in full-time equivalents, with at most two decimals, for example "9.99".',
  })
  fte?: string | null;

  @Field(() => FiguresSourceEnum, { description: 'Where the figures come from. A company itself declares.' })
  source!: FiguresSource;
}

@InputType('DeclareFiguresInput', { description: 'Figures of a closed year that nobody reported yet. What is not known is left out.' })
export class DeclareFiguresInput extends FiguresInput {}

@InputType('CorrectFiguresInput', {
  description: 'Figures of a year that is known, as they should read, all of them. What was known before stays on record.',
})
export class CorrectFiguresInput extends FiguresInput {}

@ObjectType('FiguresReported', { description: 'The figures were taken.', simpleResolvers: true })
export class FiguresReportedType {
  @Field(() => CompanyType, { description: 'The company as it is now.' })
  company!: CompanyType;

  @Field(() => AnnualFiguresType, { nullable: true, description: 'The year as it is known now.' })
  figures!: AnnualFiguresType | null;
}

export const declaring = changeResult('declareFigures', 'DeclarationRefused', declarationRefusals, figuresTexts, FiguresReportedType);
export const correcting = changeResult('correctFigures', 'CorrectionRefused', correctionRefusals, figuresTexts, FiguresReportedType);

@ObjectType('StaleFigures', { description: 'A member whose figures are too old to decide by, or missing.', simpleResolvers: true })
export class StaleFiguresType {
  @Field(() => CompanyType, { nullable: true, description: 'The member.' })
  company!: CompanyType | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day its last known year closed; null when none is known.' })
  closedOn!: LocalDate | null;

  @Field(() => Int, { description: 'The year whose figures to ask for.' })
  missingYear!: number;
}

export const StaleFiguresConnectionType = connectionType(
  'StaleFigures',
  () => StaleFiguresType,
  'members whose figures are stale or missing',
);
