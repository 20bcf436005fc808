import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { countryOfScheme } from '@leader/subgraph-kit/values/registration-numbers';
import type { AnnualFigures } from '../annual-figures.ts';
import { CompanyName, NamesMet } from './company-name.ts';
import type { ListedCompany, ReadRow } from './listed-company.ts';
import { decideOnListedFigures, type ListedFiguresDecision, saysNothingNew } from './listed-figures.ts';
import { isSameTown } from './place.ts';
import { type RowReason, reason } from './reasons.ts';

export const rowOutcomes = ['ADDED', 'MATCHED', 'SUSPECT', 'REFUSED'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** A company of the directory, as far as a list can tell of the same one. */
export interface KnownCompany {
  readonly id: Uuid;
  readonly names: readonly string[];
  readonly country: string;
  readonly number?: string | undefined;
  readonly town?: string | undefined;
  readonly department?: string | undefined;
  readonly sirets: readonly string[];
  /** Oldest knowledge first. */
  readonly figures: readonly AnnualFigures[];
}

export interface JudgedRow {
  readonly line: number;
  readonly shownName: string;
  readonly outcome: RowOutcome;
  readonly reasons: readonly RowReason[];
  /** What the row tells; undefined when it was refused. */
  readonly company?: ListedCompany | undefined;
  /** The company the row was added as, or matched to. */
  readonly companyId?: Uuid | undefined;
  /** Companies it may be the same as, the most similar name first. */
  readonly similarTo: readonly Uuid[];
  readonly figuresToEnter?: AnnualFigures | undefined;
  readonly siteToEnter?: string | undefined;
}

/** What a person said of a number that a list gave: whose it is, or whose it is not. */
export interface SettledNumber {
  readonly number: string;
  readonly companyId: Uuid;
  readonly companyName: string;
  readonly isSame: boolean;
}

/** The first line of a list that bore a number, and what the lines since then said of the same company. */
interface EarlierLine {
  readonly line: number;
  readonly row: JudgedRow;
  readonly knownFigures: readonly AnnualFigures[];
  readonly years: Map<LocalDate, AnnualFigures>;
  readonly sirets: Set<string>;
}

/** In one town names need less in common to be suspected than across a department. */
export const alikeInTown = 0.55;
const alikeInDepartment = 0.75;
/** Below this a company that bears the same number under another name is pointed out. */
const sameName = 0.3;

/**
 * The member list of a joining network, judged row by row in its order: who is new, who is known already by number,
 * who may be known by another number and waits for a person, and which rows cannot be taken.
 */
export class NetworkList {
  private readonly byNumber: ReadonlyMap<string, KnownCompany>;
  private readonly directory = new NamesMet<KnownCompany>();
  private readonly earlier = new Map<string, EarlierLine>();
  private readonly earlierNames = new NamesMet<{ line: number; row: JudgedRow; company: ListedCompany }>();

  /**
   * @param known companies that bear a number of the list, or a name similar to one in it
   * @param settled what people said of numbers of the list before
   */
  constructor(
    known: readonly KnownCompany[],
    private readonly settled: readonly SettledNumber[],
    private readonly newId: () => Uuid,
    private readonly today: LocalDate,
  ) {
    this.byNumber = new Map(known.flatMap((company) => (company.number ? [[company.number, company] as const] : [])));
    for (const company of known) for (const name of company.names) this.directory.add(new CompanyName(name), company);
  }

  /** Judges the next row. Only a number makes two companies the same; a name makes them suspect, and a person decides. */
  judge(row: ReadRow): JudgedRow {
    if (!row.company) return { ...named(row), outcome: 'REFUSED', reasons: [...row.refusals, ...row.remarks], similarTo: [] };
    const judged =
      this.matchedBySettlement(row, row.company) ??
      this.matchedToEarlierLine(row, row.company) ??
      this.matchedToDirectory(row, row.company) ??
      this.suspected(row, row.company) ??
      this.added(row, row.company);
    if (!this.earlier.has(row.company.number)) this.remember(judged, row.company);
    return judged;
  }

  /** A person said that the number stands for a company that is known by another one. Figures given under it are not taken as that one's. */
  private matchedBySettlement(row: ReadRow, company: ListedCompany): JudgedRow | undefined {
    const same = this.settled.find(({ number, isSame }) => isSame && number === company.number);
    if (!same || this.byNumber.has(company.number)) return undefined;
    return {
      ...named(row),
      outcome: 'MATCHED',
      company,
      companyId: same.companyId,
      reasons: [reason('SETTLED_AS_SAME', same.companyName), ...row.remarks],
      similarTo: [],
    };
  }

  private matchedToEarlierLine(row: ReadRow, company: ListedCompany): JudgedRow | undefined {
    const first = this.earlier.get(company.number);
    if (!first) return undefined;
    if (first.row.outcome === 'SUSPECT') {
      return {
        ...named(row),
        outcome: 'SUSPECT',
        company,
        reasons: [reason('SAME_NUMBER_AS_WAITING_LINE', first.line), ...row.remarks],
        similarTo: first.row.similarTo,
      };
    }
    const figures = this.figuresOf(company, first);
    return {
      ...named(row),
      outcome: 'MATCHED',
      company,
      companyId: first.row.companyId,
      reasons: [reason('SAME_COMPANY_ON_EARLIER_LINE', first.line), ...row.remarks, ...figuresReason(figures, company)],
      similarTo: [],
      figuresToEnter: figures?.enter,
      siteToEnter: newSite(company, first.sirets),
    };
  }

  private matchedToDirectory(row: ReadRow, company: ListedCompany): JudgedRow | undefined {
    const known = this.byNumber.get(company.number);
    if (!known) return undefined;
    const name = new CompanyName(company.legalName);
    const differs = known.names.every((one) => new CompanyName(one).similarityTo(name) < sameName);
    const figures = company.figures && decideOnListedFigures(company.figures, known.figures, this.today);
    return {
      ...named(row),
      outcome: 'MATCHED',
      company,
      companyId: known.id,
      reasons: [
        reason('REGISTRATION_KNOWN'),
        ...(differs ? [reason('NAME_DIFFERS', known.names[0])] : []),
        ...row.remarks,
        ...figuresReason(figures, company),
      ],
      similarTo: [],
      figuresToEnter: figures?.enter,
      siteToEnter: newSite(company, new Set(known.sirets)),
    };
  }

  private suspected(row: ReadRow, company: ListedCompany): JudgedRow | undefined {
    const name = new CompanyName(company.legalName);
    const others = this.othersThan(company);
    const known = this.directory
      .alike(name, alikeInTown)
      .filter(({ bearer, similarity }) => bearer.number !== company.number && isNear(company, bearer, similarity))
      .filter(({ bearer }) => !others.has(bearer.id));
    const ids = [...new Set(known.map(({ bearer }) => bearer.id))];
    if (ids.length > 0) {
      return {
        ...named(row),
        outcome: 'SUSPECT',
        company,
        reasons: [reason('SIMILAR_NAME_KNOWN', known[0]?.bearer.names[0]), ...row.remarks],
        similarTo: ids,
      };
    }
    const earlier = this.earlierNames
      .alike(name, alikeInTown)
      .filter(({ bearer: { row: told } }) => told.companyId === undefined || !others.has(told.companyId))
      .find(({ bearer, similarity }) => isNear(company, { ...bearer.company, country: countryOf(bearer.company) }, similarity))?.bearer;
    if (!earlier) return undefined;
    const similarTo = earlier.row.companyId ? [earlier.row.companyId] : earlier.row.similarTo;
    return {
      ...named(row),
      outcome: 'SUSPECT',
      company,
      reasons: [reason('SIMILAR_NAME_ON_EARLIER_LINE', earlier.line), ...row.remarks],
      similarTo,
    };
  }

  /** Companies that a person told apart from whoever bears this number. */
  private othersThan({ number }: ListedCompany): ReadonlySet<Uuid> {
    return new Set(this.settled.filter((one) => !one.isSame && one.number === number).map(({ companyId }) => companyId));
  }

  private added(row: ReadRow, company: ListedCompany): JudgedRow {
    return {
      ...named(row),
      outcome: 'ADDED',
      company,
      companyId: this.newId(),
      reasons: this.othersThan(company).size > 0 ? [reason('SETTLED_AS_ANOTHER'), ...row.remarks] : row.remarks,
      similarTo: [],
      figuresToEnter: company.figures,
    };
  }

  /** The first line of a list that speaks of a year decides, so that applying the list again changes nothing. */
  private figuresOf(company: ListedCompany, first: EarlierLine): ListedFiguresDecision | undefined {
    const listed = company.figures;
    if (!listed) return undefined;
    const said = first.years.get(listed.closedOn);
    if (said) return { enter: undefined, because: saysNothingNew(listed, said) ? undefined : 'FIGURES_CONTRADICT_EARLIER_LINE' };
    first.years.set(listed.closedOn, listed);
    return decideOnListedFigures(listed, first.knownFigures, this.today);
  }

  private remember(row: JudgedRow, company: ListedCompany): void {
    const known = this.byNumber.get(company.number);
    const years = new Map(company.figures ? [[company.figures.closedOn, company.figures] as const] : []);
    const sirets = new Set([...(known?.sirets ?? []), ...(company.siret ? [company.siret] : [])]);
    this.earlier.set(company.number, { line: row.line, row, knownFigures: known?.figures ?? [], years, sirets });
    this.earlierNames.add(new CompanyName(company.legalName), { line: row.line, row, company });
  }
}

/** A site that is new to the directory; the next line of the same company finds it there. */
function newSite({ siret }: ListedCompany, known: Set<string>): string | undefined {
  if (siret === undefined || known.has(siret)) return undefined;
  known.add(siret);
  return siret;
}

/** Those companies of a directory whose name is like one in the list. The list is the shorter of the two, so it is the one looked up in. */
export function namesakes(listed: readonly ListedCompany[], directory: readonly KnownCompany[]): KnownCompany[] {
  const names = new NamesMet<ListedCompany>();
  for (const company of listed) names.add(new CompanyName(company.legalName), company);
  return directory.filter((company) => company.names.some((name) => names.alike(new CompanyName(name), alikeInTown).length > 0));
}

/**
 * Towns of one name lie in several departments. A place that is not told may be the same one,
 * so it needs as much likeness as the same department.
 */
function isNear(listed: ListedCompany, other: Pick<KnownCompany, 'country' | 'town' | 'department'>, similarity: number): boolean {
  if (countryOf(listed) !== other.country) return false;
  const mayShareDepartment = listed.department === other.department || listed.department === undefined || other.department === undefined;
  if (!mayShareDepartment) return false;
  return isSameTown(listed.town, other.town) || similarity >= alikeInDepartment;
}

/** Numbers are of the register of a country, and so are the companies that bear them. */
export function countryOf({ scheme }: Pick<ListedCompany, 'scheme'>): string {
  return countryOfScheme[scheme];
}

function figuresReason(decision: ListedFiguresDecision | undefined, company: ListedCompany): RowReason[] {
  return decision?.because ? [reason(decision.because, company.figures?.closedOn)] : [];
}

function named(row: ReadRow): Pick<JudgedRow, 'line' | 'shownName'> {
  return { line: row.line, shownName: row.shownName };
}
