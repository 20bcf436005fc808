import { registerEnumType } from 'type-graphql';
import type { ActivityNomenclature } from '../../domain/activity-section.ts';
import type { FiguresSource } from '../../domain/annual-figures.ts';
import type { BranchKind, BranchStatus } from '../../domain/branch.ts';
import type { FormerRegion } from '../../domain/former-region.ts';
import type { RejectionGround, Settlement } from '../../domain/membership-file.ts';
import type { MembershipStatus } from '../../domain/membership-record.ts';
import type { SizeCategory } from '../../domain/size-category.ts';

type Descriptions = Readonly<Record<string, string>>;

/** A GraphQL enum out of the descriptions of its values, so that no value can lack one. */
export function enumOf<Values extends Descriptions>(name: string, description: string, values: Values): { [Key in keyof Values]: Key } {
  const members = Object.fromEntries(Object.keys(values).map((key) => [key, key])) as { [Key in keyof Values]: Key };
  const valuesConfig = Object.fromEntries(Object.entries(values).map(([key, text]) => [key, { description: text }]));
  registerEnumType(members, { name, description, valuesConfig: valuesConfig as never });
  return members;
}

export const RegistrationSchemeEnum = enumOf('RegistrationScheme', 'A register of companies or establishments, by the number it gives.', {
  SIREN: 'France: a company, nine digits.',
  SIRET: 'France: an establishment of a company, fourteen digits.',
  ICE: 'Morocco: a company and its establishment, fifteen digits.',
  USCC: 'China: a company, eighteen digits and capital letters.',
  EIN: 'United States: an employer, nine digits without a check digit.',
  OTHER: 'A register of another country, told by its code.',
});

export const ActivityNomenclatureEnum = enumOf('ActivityNomenclature', 'A classification of what companies do.', {
  NAF_REV_2: 'France until 31 December 2026, for example 30.30Z.',
  NAF_2025: 'France from 1 January 2027 on.',
  ISIC_4: 'The international classification, used for companies abroad, for example 3030.',
} satisfies Record<ActivityNomenclature, string>);

export const MembershipStatusEnum = enumOf(
  'MembershipStatus',
  'Where a company stands in the network on a day, derived from periods, dues and decisions.',
  {
    PROSPECT: 'Known to the network, never a member.',
    ACTIVE: 'A member whose dues are paid or waived.',
    GRACE: 'A member whose dues are late, still within the days of grace.',
    LAPSED: 'No longer a member, because dues stayed unpaid.',
    SUSPENDED: 'A member whose rights rest by decision of the bureau.',
    RESIGNED: 'Left by its own decision.',
    EXCLUDED: 'Left by decision of the bureau.',
  } satisfies Record<MembershipStatus, string>,
);

export const SizeCategoryEnum = enumOf('SizeCategory', 'The size of a company by the French decree 2008-1354 of 18 December 2008.', {
  MIC: 'Micro-enterprise: fewer than 10 full-time equivalents, and turnover or balance sheet of at most 2 M€.',
  PME: 'Small or medium: fewer than 250 full-time equivalents, and turnover of at most 50 M€ or balance sheet of at most 43 M€.',
  ETI: 'Intermediate: fewer than 5,000 full-time equivalents, and turnover of at most 1,500 M€ or balance sheet of at most 2,000 M€.',
  GE: 'Large: whatever exceeds all of these.',
  UNKNOWN: 'A missing figure could change the class.',
} satisfies Record<SizeCategory | 'UNKNOWN', string>);

export const FiguresSourceEnum = enumOf('FiguresSource', 'Where figures come from.', {
  DECLARED: 'The company said so.',
  FILED: 'The company filed them with a register.',
  AUDITED: 'An auditor confirmed them.',
} satisfies Record<FiguresSource, string>);

export const FormerRegionEnum = enumOf('FormerRegion', 'One of the two regions that became Occitanie in 2016.', {
  LANGUEDOC_ROUSSILLON: 'The east: departments 11, 30, 34, 48 and 66.',
  MIDI_PYRENEES: 'The west: departments 09, 12, 31, 32, 46, 65, 81 and 82.',
} satisfies Record<FormerRegion, string>);

export const BranchKindEnum = enumOf('BranchKind', 'Whether a branch is at home or abroad.', {
  LOCAL: 'A local branch in Occitanie.',
  HUB: 'A hub abroad.',
} satisfies Record<BranchKind, string>);

export const BranchStatusEnum = enumOf('BranchStatus', 'How far a branch has come on a day.', {
  PLANNED: 'Announced, not open yet.',
  ACTIVE: 'Open.',
} satisfies Record<BranchStatus, string>);

export const PersonRoleEnum = enumOf('PersonRole', 'What a person does in a company.', {
  LEADER: 'Leads the company.',
  CONTACT: 'Is whom the network turns to.',
});

export const ApplicationOutcomeEnum = enumOf('ApplicationOutcome', 'What the bureau decided about an application.', {
  APPROVED: 'The company becomes a member once its dues are settled.',
  REJECTED: 'The company may apply again.',
});

export const RejectionGroundEnum = enumOf('RejectionGround', 'On what ground an application may be rejected. The sector is none.', {
  OUTSIDE_TERRITORY: 'The company works outside the territory of the network.',
  FILE_INCOMPLETE: 'The file was not completed.',
  CHARTER_NOT_SHARED: 'The company does not share the charter of the network.',
  IN_LIQUIDATION: 'The company is being wound up.',
  NOT_A_COMPANY: 'Whoever applied is no company.',
} satisfies Record<RejectionGround, string>);

export const DuesSettlementEnum = enumOf('DuesSettlement', 'How the dues of a year were settled.', {
  PAID: 'They were paid.',
  WAIVED: 'The bureau waived them.',
} satisfies Record<Settlement, string>);
