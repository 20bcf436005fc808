import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type ActivityNomenclature, activitySectionOf, mainActivityOf } from '../activity-section.ts';
import { figuresKnownOn, type KnownFigures } from '../annual-figures.ts';
import type { MembershipRecord } from '../membership-record.ts';
import { type SizeCategory, sizeCategories, sizeCategoryOf, sizeInEuros } from '../size-category.ts';

/** Something that counts on the days from one to another. */
export interface Dated {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** What a record says of a company. Only figures come with a day of knowledge: all else counts from the day it was entered. */
export interface CountedFacts {
  readonly seats: readonly (Dated & { readonly department: string | null })[];
  readonly activities: readonly (Dated & { readonly nomenclature: ActivityNomenclature; readonly code: string })[];
  readonly reports: readonly KnownFigures[];
}

/** A company as far as it is counted. */
export interface CountedCompany extends CountedFacts {
  readonly record: MembershipRecord;
  /** What its record said before it became one with another, or came apart again; the earliest first. */
  readonly past: readonly { readonly knownBefore: LocalDate; readonly facts: CountedFacts }[];
}

/** What an active member is counted by. Null is what was not known. */
export interface MemberTraits {
  readonly branchId: string;
  readonly department: string | null;
  readonly size: SizeCategory | null;
  /** Editions share letters that mean other things, so a section comes with its own; null without a section. */
  readonly nomenclature: ActivityNomenclature | null;
  readonly section: string | null;
}

/** Members that are alike in all of it. */
export interface MembersAlike extends MemberTraits {
  readonly count: number;
}

/**
 * What a company is counted by on a day, by what was known on the same or a later one; null when it is no active member. Persistence
 * says the same for everybody at once: a test asks both.
 */
export function countedBy(company: CountedCompany, asOf: LocalDate, knownAt: LocalDate): MemberTraits | null {
  const branchId = company.record.homeBranchOn(asOf);
  if (company.record.statusOn(asOf) !== 'ACTIVE' || branchId === null) return null;
  const facts = factsKnownOn(company, knownAt);
  const size = sizeCategoryOf(sizeInEuros(figuresKnownOn(facts.reports, asOf, knownAt)[0])).category;
  const activities = facts.activities.filter((activity) => counts(activity, asOf));
  const main = mainActivityOf(activities, asOf);
  const section = main ? activitySectionOf(main.nomenclature, main.code) : null;
  return {
    branchId,
    department: facts.seats.find((seat) => counts(seat, asOf))?.department ?? null,
    size: size === 'UNKNOWN' ? null : size,
    nomenclature: main && section ? main.nomenclature : null,
    section,
  };
}

/** Who is who is known from the day on which somebody said so: what was counted before by less, or by something else, stays counted. */
function factsKnownOn(company: CountedCompany, knownAt: LocalDate): CountedFacts {
  return company.past.find(({ knownBefore }) => knownAt < knownBefore)?.facts ?? company;
}

function counts({ from, until }: Dated, day: LocalDate): boolean {
  return from <= day && (until === null || until >= day);
}

/** Members by everything they are counted by. Each list holds every member once, so that each adds up to the total. */
export interface MemberBreakdown {
  readonly total: number;
  readonly byBranch: ReadonlyMap<string, number>;
  readonly byDepartment: readonly { readonly department: string | null; readonly count: number }[];
  readonly bySize: readonly { readonly size: SizeCategory | null; readonly count: number }[];
  readonly bySection: readonly (Pick<MemberTraits, 'nomenclature' | 'section'> & { readonly count: number })[];
}

/** Adds up members: lists stand in the order of their codes, and whoever nobody knows it of at the end. */
export function breakDown(members: readonly MembersAlike[]): MemberBreakdown {
  const total = members.reduce((sum, { count }) => sum + count, 0);
  const byBranch = new Map(addedUp(members, ({ branchId }) => ({ branchId })).map(({ branchId, count }) => [branchId, count]));
  return {
    total,
    byBranch,
    byDepartment: addedUp(members, ({ department }) => ({ department })),
    bySize: addedUp(members, ({ size }) => ({ size })).sort((left, right) => place(left.size) - place(right.size)),
    bySection: addedUp(members, ({ nomenclature, section }) => ({ section, nomenclature })),
  };
}

function place(size: SizeCategory | null): number {
  return size === null ? sizeCategories.length : sizeCategories.indexOf(size);
}

function addedUp<Part extends object>(
  members: readonly MembersAlike[],
  partOf: (member: MembersAlike) => Part,
): (Part & { count: number })[] {
  const parts = new Map<string, Part & { count: number }>();
  for (const member of members) {
    const part = partOf(member);
    // Braces stand behind all letters, and so does whatever is not known.
    const key = Object.values(part)
      .map((value) => value ?? '{')
      .join(' ');
    parts.set(key, { ...part, count: (parts.get(key)?.count ?? 0) + member.count });
  }
  return [...parts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, part]) => part);
}
