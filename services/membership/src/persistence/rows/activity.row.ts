import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('activity')
export class ActivityRow {
  @PrimaryColumn('uuid', { name: 'company_id' })
  companyId!: string;

  @PrimaryColumn('text')
  nomenclature!: string;

  @Column('text')
  code!: string;
}
