import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('registration')
export class RegistrationRow {
  @PrimaryColumn('text')
  scheme!: string;

  /** As the register writes it, without separators. */
  @PrimaryColumn('text')
  value!: string;

  /** As it was handed in. */
  @Column('text')
  raw!: string;

  @Column('uuid', { name: 'company_id' })
  companyId!: string;

  @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt!: Date | null;
}
