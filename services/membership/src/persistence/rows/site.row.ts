import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('site')
export class SiteRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'company_id' })
  companyId!: string;

  @Column('text', { nullable: true })
  siret!: string | null;

  @Column('boolean', { name: 'is_headquarters' })
  isHeadquarters!: boolean;

  @Column('text')
  country!: string;

  @Column('text', { nullable: true })
  town!: string | null;

  @Column('text', { nullable: true })
  commune!: string | null;

  @Column('text', { nullable: true })
  department!: string | null;
}
