import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type ActivityNomenclature, activitySectionOf, mainActivityOf } from '../domain/activity-section.ts';
import { figuresKnownOn, referenceYear } from '../domain/annual-figures.ts';
import type { MembershipRecord, MembershipStatus } from '../domain/membership-record.ts';
import { type SizeVerdict, sizeCategoryOf, sizeInEuros } from '../domain/size-category.ts';
import type { ActivityView, CompanyView, FiguresView, SiteView } from './views.ts';

/** All that other domains judge a company by, as it is known today. */
export interface AssessmentFacts {
  readonly company: CompanyView;
  readonly membershipStatus: MembershipStatus;
  readonly activity: ActivityView | null;
  readonly activitySection: string | null;
  readonly siteDepartments: readonly string[];
  readonly latest: FiguresView | null;
  readonly reference: FiguresView | null;
  readonly size: SizeVerdict;
}

export interface FactsOnRecord {
  readonly company: CompanyView;
  readonly record: MembershipRecord;
  readonly activities: readonly ActivityView[];
  readonly sites: readonly SiteView[];
  readonly reports: readonly FiguresView[];
}

export function assessmentFactsOn(today: LocalDate, { company, record, activities, sites, reports }: FactsOnRecord): AssessmentFacts {
  const years = figuresKnownOn(reports, today);
  const latest = years[0];
  const activity = mainActivityOf(activities, today);
  const departments = sites.map((site) => site.department).filter((department) => department !== null);
  return {
    company,
    membershipStatus: record.statusOn(today),
    activity: activity ?? null,
    activitySection: activity ? activitySectionOf(activity.nomenclature as ActivityNomenclature, activity.code) : null,
    siteDepartments: [...new Set(departments)],
    latest: latest ?? null,
    reference: (latest && referenceYear(years, latest)) ?? null,
    size: sizeCategoryOf(sizeInEuros(latest)),
  };
}
