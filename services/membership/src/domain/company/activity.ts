import { type ActivityNomenclature, activitySectionOf } from '../activity-section.ts';
import { accept, type Decision, refuse } from '../decision.ts';

export const activityRefusals = ['NOMENCLATURE_OF_OTHER_COUNTRY', 'NOT_AN_ACTIVITY_CODE', 'CODE_KNOWN_ALREADY'] as const;
export type ActivityRefusal = (typeof activityRefusals)[number];

export interface ActivityCode {
  readonly nomenclature: string;
  readonly code: string;
}

const shapes: Record<ActivityNomenclature, RegExp> = {
  NAF_REV_2: /^\d{2}\.\d{2}[A-Z]$/,
  NAF_2025: /^\d{2}\.\d{2}[A-Z]$/,
  ISIC_4: /^\d{4}$/,
};

/**
 * What the company mainly does, once in each nomenclature: France writes NAF, in its edition of 2008 and in that of 2025, everybody
 * else ISIC. A code of one edition is never taken for one of the other, since one becomes several.
 */
export function recordActivity(
  company: { readonly country: string; readonly activities: readonly ActivityCode[] },
  nomenclature: ActivityNomenclature,
  written: string,
): Decision<ActivityRefusal, ActivityCode> {
  if ((company.country === 'FR') !== nomenclature.startsWith('NAF')) return refuse('NOMENCLATURE_OF_OTHER_COUNTRY');
  const code = inShape(nomenclature, written);
  if (!shapes[nomenclature].test(code) || activitySectionOf(nomenclature, code) === null) return refuse('NOT_AN_ACTIVITY_CODE');
  if (company.activities.some((known) => known.nomenclature === nomenclature && known.code === code)) return refuse('CODE_KNOWN_ALREADY');
  return accept({ nomenclature, code });
}

/** People write 3030Z or 30.30z for 30.30Z. */
function inShape(nomenclature: ActivityNomenclature, written: string): string {
  const code = written.replace(/[\s.]/g, '').toUpperCase();
  return nomenclature === 'ISIC_4' ? code : code.replace(/^(\d{2})/, '$1.');
}
