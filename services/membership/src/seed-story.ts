import { idFromName } from '@leader/subgraph-kit/values/ids';
import { addDays, addMonths, type LocalDate, yearOf } from '@leader/subgraph-kit/values/local-date';

/** The file `membership.json` of the seed. Figures stand in the order of its `figureColumns`, in whole units. */
export interface SeededNetwork {
  readonly branches: readonly SeededBranch[];
  readonly companies: readonly SeededCompany[];
}

interface SeededBranch {
  readonly code: string;
  readonly kind: string;
  readonly name: { readonly fr: string; readonly en: string };
  readonly country: string;
  readonly town: string;
  readonly plannedOn?: string;
  readonly openedOn?: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly departments?: readonly string[];
  readonly grewFrom?: string;
}

interface SeededCompany {
  readonly key: string;
  readonly legalName: string;
  readonly tradeName: string;
  readonly country: string;
  readonly registrations: Readonly<Record<string, string>>;
  readonly town: string;
  readonly commune?: string;
  readonly department?: string;
  readonly activity: Readonly<Record<string, string>>;
  readonly foundedOn: string;
  readonly leader: readonly [firstName: string, lastName: string];
  readonly memberships: readonly {
    readonly branch: string;
    readonly from: LocalDate;
    readonly until?: LocalDate;
    readonly reason?: string;
  }[];
  readonly currency: string;
  readonly figures: readonly (readonly [
    year: number,
    turnover: number | null,
    exported: number | null,
    balance: number | null,
    fte: number | null,
  ])[];
}

export interface TableRows {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Every currency of the story has two minor digits. */
const minorUnits = 100;

/** The story as rows, in the order they can be inserted. What is open or paid is so on the day it is told. */
export function tellStory({ branches, companies }: SeededNetwork, today: LocalDate, groupOf: (key: string) => string | null): TableRows[] {
  const told = companies.flatMap((company) =>
    company.memberships.every(({ from }) => from > today) ? [] : [{ ...company, id: idFromName('company', company.key) }],
  );
  return [
    { table: 'branch', rows: branches.map(branchRow) },
    { table: 'partner_network', rows: branches.flatMap(networkRows) },
    { table: 'company', rows: told.map((company) => ({ ...companyRow(company, today), group_id: groupOf(company.key) })) },
    { table: 'registration', rows: told.flatMap(registrationRows) },
    { table: 'site', rows: told.map(siteRow) },
    {
      table: 'activity',
      rows: told.flatMap(({ id, activity }) =>
        Object.entries(activity).map(([nomenclature, code]) => ({ company_id: id, nomenclature, code })),
      ),
    },
    { table: 'person', rows: told.map(leaderRow) },
    { table: 'membership', rows: told.flatMap((company) => membershipRows(company, today)) },
    { table: 'membership_decision', rows: told.flatMap((company) => decisionRows(company, today)) },
    { table: 'annual_figures', rows: told.flatMap(figuresRows).filter(({ entered_at }) => entered_at.slice(0, 10) <= today) },
  ];
}

type Told = SeededCompany & { readonly id: string };

/** A branch that grew from another network keeps the agreement by which that one joined. */
function networkRows({ code, grewFrom, openedOn }: SeededBranch) {
  if (!grewFrom || !openedOn) return [];
  const terms = ['KEEPS_ITS_NAME', 'BRANCH_PAGE', 'COMMUNICATION_KIT', 'VISIBILITY_FIGURES'];
  return [{ id: idFromName('network', grewFrom), branch_id: idFromName('branch', code), name: grewFrom, agreed_on: openedOn, terms }];
}

function branchRow(branch: SeededBranch) {
  return {
    id: idFromName('branch', branch.code),
    code: branch.code,
    kind: branch.kind,
    name_fr: branch.name.fr,
    name_en: branch.name.en,
    country: branch.country,
    town: branch.town,
    planned_on: branch.plannedOn ?? null,
    opened_on: branch.openedOn ?? null,
    currency: branch.currency,
    time_zone: branch.timeZone,
    languages: branch.languages,
    departments: branch.departments ?? [],
    grew_from: branch.grewFrom ?? null,
  };
}

function companyRow(company: Told, today: LocalDate) {
  // The network asks the register about French members every autumn; about the others nobody has asked.
  const isChecked = company.country === 'FR' && isMember(company, today);
  return {
    id: company.id,
    legal_name: company.legalName,
    trade_name: company.tradeName === company.legalName ? null : company.tradeName,
    country: company.country,
    town: company.town,
    commune: company.commune ?? null,
    department: company.department ?? null,
    founded_on: company.foundedOn,
    in_collective_proceedings: isChecked ? false : null,
    proceedings_checked_on: isChecked ? addDays(today, -40) : null,
    created_at: `${firstJoined(company)}T09:00:00Z`,
  };
}

function registrationRows(company: Told) {
  return Object.entries(company.registrations).map(([scheme, value]) => ({
    scheme,
    value,
    raw: value,
    company_id: company.id,
    verified_at: scheme === 'SIREN' ? `${firstJoined(company)}T09:00:00Z` : null,
  }));
}

function siteRow({ id, country, town, commune, department }: Told) {
  return {
    id: idFromName('site', id),
    company_id: id,
    is_headquarters: true,
    country,
    town,
    commune: commune ?? null,
    department: department ?? null,
  };
}

function leaderRow({ id, key, leader: [first_name, last_name] }: Told) {
  return { id: idFromName('person', `${key}/leader`), company_id: id, first_name, last_name, role: 'LEADER' };
}

function membershipRows(company: Told, today: LocalDate) {
  return company.memberships
    .filter(({ from }) => from <= today)
    .map(({ branch, from, until, reason }) => {
      const hasEnded = until !== undefined && until <= today;
      return {
        id: membershipId(company, from),
        company_id: company.id,
        branch_id: idFromName('branch', branch),
        began_on: from,
        ended_on: hasEnded ? until : null,
        end_reason: hasEnded ? reason : null,
        covered_until: hasEnded ? until : coveredUntil(company, from, today),
      };
    });
}

/** Most have paid for this year and the next; a few are late, which shows what grace means. */
function coveredUntil(company: Told, from: LocalDate, today: LocalDate): LocalDate {
  const lateBy = addDays(today, -10 - (chance(company.key) % 70));
  return isLate(company) && from < lateBy ? lateBy : (`${yearOf(addMonths(today, 12))}-12-31` as LocalDate);
}

function decisionRows(company: Told, today: LocalDate) {
  const current = company.memberships.find(({ from, until }) => from <= addMonths(today, -12) && (until === undefined || until > today));
  if (!current || !isSuspended(company)) return [];
  const membership_id = membershipId(company, current.from);
  return [
    { id: idFromName('membership_decision', membership_id), membership_id, kind: 'SUSPENDED', takes_effect_on: addMonths(today, -2) },
  ];
}

function figuresRows(company: Told) {
  return company.figures.flatMap(([year, turnover, exported, balance, fte]) => {
    const row = {
      id: idFromName('annual_figures', `${company.key}/${year}`),
      company_id: company.id,
      closed_on: `${year}-12-31`,
      currency: company.currency,
      turnover: minor(turnover),
      export_turnover: minor(exported),
      balance_total: minor(balance),
      fte,
      source: sourceOf(fte),
      entered_at: enteredAt(company, year, 0),
    };
    if (year !== 2024 || !wasCorrected(company) || turnover === null) return [row];
    const estimate = { ...row, turnover: minor(Math.round(turnover * 0.97)) };
    return [
      estimate,
      { ...row, id: idFromName('annual_figures', `${company.key}/${year}/corrected`), entered_at: enteredAt(company, year, 60) },
    ];
  });
}

/** Accounts reach the network in spring. */
function enteredAt(company: Told, year: number, daysLater: number): string {
  return `${addDays(`${year}-12-31` as LocalDate, 95 + (chance(company.key) % 60) + daysLater)}T09:00:00Z`;
}

function sourceOf(fte: number | null): string {
  if (fte === null || fte < 50) return 'DECLARED';
  return fte < 250 ? 'FILED' : 'AUDITED';
}

function minor(amount: number | null): number | null {
  return amount === null ? null : amount * minorUnits;
}

function membershipId(company: Told, from: LocalDate): string {
  return idFromName('membership', `${company.key}/${from}`);
}

function isMember(company: Told, today: LocalDate): boolean {
  return company.memberships.some(({ from, until }) => from <= today && (until === undefined || until > today));
}

function firstJoined(company: Told): LocalDate {
  return company.memberships.map(({ from }) => from).sort()[0] as LocalDate;
}

/** The Tarn branch is where the story's main characters live: they have paid, and nobody corrected them. */
function isMinorCharacter({ memberships }: Told): boolean {
  return memberships.every(({ branch }) => branch !== 'tarn' && branch !== 'maroc');
}

function isLate(company: Told): boolean {
  return isMinorCharacter(company) && chance(company.key) % 40 === 7;
}

function isSuspended(company: Told): boolean {
  return isMinorCharacter(company) && chance(company.key) % 170 === 11;
}

function wasCorrected(company: Told): boolean {
  return isMinorCharacter(company) && chance(company.key) % 25 === 3;
}

/** The same number for the same key on every machine. */
function chance(key: string): number {
  return Number.parseInt(idFromName('chance', key).slice(-6), 16);
}
