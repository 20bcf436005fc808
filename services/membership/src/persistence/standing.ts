import type { MembershipStatus } from '../domain/membership-record.ts';

/**
 * Where companies stand on a day, as conditions on the table `membership` AS m, for lists and counts that cannot load
 * everybody. They must say what `MembershipRecord` says: a test asks both about every company on many days. Written out
 * one by one, so that the planner sees plain columns and their statistics.
 */
export function hasStatus(status: Exclude<MembershipStatus, 'PROSPECT'>, day: string): string {
  const isActive = `m.covered_until >= ${day}`;
  const isInGrace = `m.covered_until < ${day} AND m.covered_until >= ${lastDayOfGrace(day)}`;
  const isUnpaid = `m.covered_until < ${lastDayOfGrace(day)}`;
  switch (status) {
    case 'ACTIVE':
      return `${isCurrent(day)} AND ${isActive} AND NOT ${isSuspended(day)}`;
    case 'GRACE':
      return `${isCurrent(day)} AND ${isInGrace} AND NOT ${isSuspended(day)}`;
    case 'SUSPENDED':
      return `${isCurrent(day)} AND ${isSuspended(day)}`;
    case 'LAPSED':
      return `((${isCurrent(day)} AND ${isUnpaid} AND NOT ${isSuspended(day)}) OR (${hasEndedAs('LAPSED', day)}))`;
    default:
      return hasEndedAs(status, day);
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

function lastDayOfGrace(day: string): string {
  return `${day} - coalesce((SELECT g.days FROM grace_period AS g WHERE g.valid_from <= ${day} ORDER BY g.valid_from DESC LIMIT 1), 0)`;
}
