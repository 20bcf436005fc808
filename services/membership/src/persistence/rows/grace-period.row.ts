import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('grace_period')
export class GracePeriodRow {
  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('integer')
  days!: number;
}
