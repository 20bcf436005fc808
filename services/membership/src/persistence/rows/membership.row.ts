import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('membership')
export class MembershipRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'company_id' })
  companyId!: string;

  @Column('uuid', { name: 'branch_id' })
  branchId!: string;

  @Column('date', { name: 'began_on' })
  beganOn!: string;

  /** Last day of the membership. */
  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: string | null;

  /** Last day the dues are paid or waived for. */
  @Column('date', { name: 'covered_until' })
  coveredUntil!: string;
}
