/** NAF rév. 2 counts until 31 December 2026 and NAF 2025 from 1 January 2027; ISIC is what registers abroad use. */
export const activityNomenclatures = ['NAF_REV_2', 'NAF_2025', 'ISIC_4'] as const;
export type ActivityNomenclature = (typeof activityNomenclatures)[number];

/** A section by its letter, and the divisions from and to which it reaches. */
type Sections = readonly (readonly [section: string, first: number, last: number])[];

const shared: Sections = [
  ['A', 1, 3],
  ['B', 5, 9],
  ['C', 10, 33],
  ['D', 35, 35],
  ['E', 36, 39],
  ['F', 41, 43],
];

/** NACE Rev. 2 and ISIC Rev. 4 have the same sections. */
const sectionsOf2008: Sections = [
  ...shared,
  ['G', 45, 47],
  ['H', 49, 53],
  ['I', 55, 56],
  ['J', 58, 63],
  ['K', 64, 66],
  ['L', 68, 68],
  ['M', 69, 75],
  ['N', 77, 82],
  ['O', 84, 84],
  ['P', 85, 85],
  ['Q', 86, 88],
  ['R', 90, 93],
  ['S', 94, 96],
  ['T', 97, 98],
  ['U', 99, 99],
];

/** NACE Rev. 2.1: publishing and computing part, and every letter from there on moves by one. */
const sectionsOf2025: Sections = [
  ...shared,
  ['G', 46, 47],
  ['H', 49, 53],
  ['I', 55, 56],
  ['J', 58, 60],
  ['K', 61, 63],
  ['L', 64, 66],
  ['M', 68, 68],
  ['N', 69, 75],
  ['O', 77, 82],
  ['P', 84, 84],
  ['Q', 85, 85],
  ['R', 86, 88],
  ['S', 90, 93],
  ['T', 94, 96],
  ['U', 97, 98],
  ['V', 99, 99],
];

const sections: Record<ActivityNomenclature, Sections> = { NAF_REV_2: sectionsOf2008, ISIC_4: sectionsOf2008, NAF_2025: sectionsOf2025 };

/** The NACE section letter of an activity code such as 30.30Z, null when the code is in no section. */
export function activitySectionOf(nomenclature: ActivityNomenclature, code: string): string | null {
  const [, digits] = /^(\d{2})/.exec(code) ?? [];
  if (!digits) return null;
  const division = Number(digits);
  return sections[nomenclature].find(([, first, last]) => division >= first && division <= last)?.[0] ?? null;
}

/** The most telling of a company's codes: the newest French one, else the one of its foreign register. */
export function mainActivityOf<Activity extends { readonly nomenclature: string }>(
  activities: readonly Activity[],
  on: string,
): Activity | undefined {
  return nomenclaturesBy(on)
    .map((nomenclature) => activities.find((activity) => activity.nomenclature === nomenclature))
    .find((activity) => activity !== undefined);
}

/** The nomenclature in force on a day first, then the others in the order in which they stand in for it. */
export function nomenclaturesBy(day: string): readonly ActivityNomenclature[] {
  return day >= '2027-01-01' ? ['NAF_2025', 'NAF_REV_2', 'ISIC_4'] : ['NAF_REV_2', 'NAF_2025', 'ISIC_4'];
}

/** All sections of all nomenclatures, with the divisions from and to which they reach. */
export const sectionReaches = activityNomenclatures.flatMap((nomenclature) =>
  sections[nomenclature].map(([section, first, last]) => ({ nomenclature, section, first, last })),
);
