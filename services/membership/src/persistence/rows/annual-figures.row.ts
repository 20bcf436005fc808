import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Amounts in minor units of the currency, as text because they may exceed what a number holds. */
@Entity('annual_figures')
export class AnnualFiguresRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'company_id' })
  companyId!: string;

  @Column('date', { name: 'closed_on' })
  closedOn!: string;

  /** Length of the fiscal year. */
  @Column('smallint')
  months!: number;

  @Column('text')
  currency!: string;

  @Column('bigint', { nullable: true })
  turnover!: string | null;

  @Column('bigint', { name: 'export_turnover', nullable: true })
  exportTurnover!: string | null;

  @Column('bigint', { name: 'balance_total', nullable: true })
  balanceTotal!: string | null;

  @Column('numeric', { precision: 9, scale: 2, nullable: true })
  fte!: string | null;

  /** DECLARED, FILED or AUDITED. */
  @Column('text')
  source!: string;

  /** When the network learned of them: a correction of a year is a new row with a later instant. */
  @Column('timestamptz', { name: 'entered_at' })
  enteredAt!: Date;
}
