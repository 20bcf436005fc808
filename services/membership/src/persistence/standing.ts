import type { MembershipStatus } from '../domain/membership-record.ts';

/**
 * Where companies stand on a day, as conditions on the table `membership` AS m, for lists and counts that cannot load
 * everybody. They must say what `MembershipRecord` says: a test asks both about every company on many days. Written out
 * one by one, so that the planner sees plain columns and their statistics.
 */
export function hasStatus(status: StatusOfMember, day: string): string {
  const ways = waysToStand(status, day).map(({ condition }) => condition);
  return ways.length === 1 ? `${ways[0]}` : `(${ways.map((one) => `(${one})`).join(' OR ')})`;
}

export type StatusOfMember = Exclude<MembershipStatus, 'PROSPECT'>;

/** One of the ways to have a status. Who has left belongs to no branch any more. */
export interface WayToStand {
  readonly belongs: boolean;
  readonly condition: string;
}

/**
 * What a status means, way by way; a company fulfils one at most. Lists that are put together from them read each in its order.
 *
 * @param lastDay until which dues had to be settled; whoever knows it already says so, because the planner cannot foresee a selection
 */
export function waysToStand(status: StatusOfMember, day: string, lastDay = lastDayOfGrace(day)): readonly WayToStand[] {
  const belongs = (condition: string) => ({ belongs: true, condition: `${isCurrent(day)} AND ${condition}` });
  const hasLeft = (reason: 'LAPSED' | 'RESIGNED' | 'EXCLUDED') => ({ belongs: false, condition: hasEndedAs(reason, day) });
  switch (status) {
    case 'ACTIVE':
      return [belongs(`m.covered_until >= ${day} AND NOT ${isSuspended(day)}`)];
    case 'GRACE':
      return [belongs(`m.covered_until < ${day} AND m.covered_until >= ${lastDay} AND NOT ${isSuspended(day)}`)];
    case 'SUSPENDED':
      return [belongs(isSuspended(day))];
    case 'LAPSED':
      return [belongs(`m.covered_until < ${lastDay} AND NOT ${isSuspended(day)}`), hasLeft('LAPSED')];
    default:
      return [hasLeft(status)];
  }
}

/** The period the day lies in. There is one at most, since periods of a company never overlap. */
export function isCurrent(day: string): string {
  return `m.began_on <= ${day} AND (m.ended_on IS NULL OR m.ended_on >= ${day})`;
}

function hasEndedAs(reason: 'LAPSED' | 'RESIGNED' | 'EXCLUDED', day: string): string {
  return `m.ended_on < ${day} AND m.end_reason = '${reason}' AND NOT EXISTS (
    SELECT 1 FROM membership AS later WHERE later.company_id = m.company_id AND later.began_on > m.began_on AND later.began_on <= ${day})`;
}

function isSuspended(day: string): string {
  return `EXISTS (
    SELECT 1 FROM membership_decision AS d WHERE d.membership_id = m.id AND d.kind = 'SUSPENDED' AND d.takes_effect_on <= ${day} AND NOT EXISTS (
      SELECT 1 FROM membership_decision AS l WHERE l.membership_id = d.membership_id AND l.takes_effect_on > d.takes_effect_on AND l.takes_effect_on <= ${day}))`;
}

/** Whose dues were settled until then is in grace for the last time. */
export function lastDayOfGrace(day: string): string {
  return `${day} - coalesce((SELECT g.days FROM grace_period AS g WHERE g.valid_from <= ${day} ORDER BY g.valid_from DESC LIMIT 1), 0)`;
}
