import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('membership_decision')
export class MembershipDecisionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'membership_id' })
  membershipId!: string;

  @Column('text')
  kind!: string;

  @Column('date', { name: 'takes_effect_on' })
  takesEffectOn!: string;
}
