import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `sort_name`, the name as the directory is sorted by, is made by the database and stays unmapped. */
@Entity('company')
export class CompanyRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'legal_name' })
  legalName!: string;

  @Column('text', { name: 'trade_name', nullable: true })
  tradeName!: string | null;

  @Column('text')
  country!: string;

  @Column('text', { nullable: true })
  town!: string | null;

  /** Code of the commune by the official geographic code, not the post code. */
  @Column('text', { nullable: true })
  commune!: string | null;

  @Column('text', { nullable: true })
  department!: string | null;

  @Column('date', { name: 'founded_on', nullable: true })
  foundedOn!: string | null;

  @Column('uuid', { name: 'prospect_branch_id', nullable: true })
  prospectBranchId!: string | null;

  /** Null while nobody has checked. */
  @Column('boolean', { name: 'in_collective_proceedings', nullable: true })
  inCollectiveProceedings!: boolean | null;

  @Column('date', { name: 'proceedings_checked_on', nullable: true })
  proceedingsCheckedOn!: string | null;
}
