import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('branch')
export class BranchRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  code!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'name_fr' })
  nameFr!: string;

  @Column('text', { name: 'name_en' })
  nameEn!: string;

  @Column('text')
  country!: string;

  @Column('text')
  town!: string;

  @Column('date', { name: 'planned_on', nullable: true })
  plannedOn!: string | null;

  @Column('date', { name: 'opened_on', nullable: true })
  openedOn!: string | null;

  @Column('text')
  currency!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('text', { array: true })
  languages!: string[];

  @Column('text', { array: true })
  departments!: string[];

  /** The network that joined as a block and became this branch. */
  @Column('text', { name: 'grew_from', nullable: true })
  grewFrom!: string | null;
}
