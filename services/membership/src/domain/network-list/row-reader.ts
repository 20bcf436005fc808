import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type AnnualFigures, declareFigures, type FiguresRefusal } from '../annual-figures.ts';
import { harmless, hasControlCharacters, hasInvisibleSigns, isFormula, isUnknown, plain, visibleText } from './cell-text.ts';
import type { TableLine } from './cells.ts';
import { type AmountColumn, amountColumns, type Columns, type ListColumn, namesOtherCurrency, unitOf } from './columns.ts';
import type { ListedCompany, ListedLeader, ReadRow } from './listed-company.ts';
import { departmentOfPostcode, readActivityCode } from './place.ts';
import { type RowReason, type RowRefusal, type RowRemark, reason } from './reasons.ts';
import { readRegistration } from './registration-cell.ts';
import type { Table } from './table.ts';
import { readDate } from './written-date.ts';
import { type DecimalMark, decimalMarkOf, minorUnits, readNumber, withoutUnit } from './written-number.ts';

const longestName = 200;
const longestCell = 1_000;
/** A million people, or ten thousand billion euros: more is a slip of the pen. */
const mostFte = 1_000_000;
const mostCents = 10n ** 15n;

const namedThings: readonly ListColumn[] = ['name', 'town', 'leader', 'givenName', 'activity'];
const eMailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const yesOrNo = /^(oui|non|o|n|yes|no|y|x|vrai|faux|true|false|0|1|)$/i;

/** What stands against figures as such is told of their row. */
const rowRefusalFor: Record<FiguresRefusal, RowRefusal> = {
  CLOSES_IN_THE_FUTURE: 'CLOSING_DATE_IN_FUTURE',
  CLOSED_BEFORE_1950: 'CLOSING_DATE_UNREADABLE',
  YEAR_TOO_LONG: 'CLOSING_DATE_UNREADABLE',
  NEGATIVE_VALUE: 'AMOUNT_NEGATIVE',
  EXPORT_EXCEEDS_TURNOVER: 'EXPORT_EXCEEDS_TURNOVER',
  NOTHING_STATED: 'AMOUNT_UNREADABLE',
};

/** Reads the rows of one list. It knows the whole list, because how a number is written shows in its column, not in its cell. */
export class RowReader {
  private readonly columns: Columns;
  private readonly marks = new Map<ListColumn, (text: string) => DecimalMark | undefined>();

  constructor(
    table: Table,
    private readonly today: LocalDate,
  ) {
    this.columns = table.columns;
    for (const column of ['fte', ...amountColumns] as const) {
      const cells = table.lines.map((line) => cellOf(line, this.columns, column));
      this.marks.set(column, decimalMarkOf(cells, this.columns.isEnglish));
    }
  }

  /** Makes a company of a row, or says everything that stands against it. */
  read(line: TableLine): ReadRow {
    const reading = new RowReading(line, this.columns, this.marks, this.today);
    return reading.result();
  }
}

class RowReading {
  private readonly refusals: RowReason[] = [];
  private readonly remarks: RowReason[] = [];

  constructor(
    private readonly line: TableLine,
    private readonly columns: Columns,
    private readonly marks: ReadonlyMap<ListColumn, (text: string) => DecimalMark | undefined>,
    private readonly today: LocalDate,
  ) {}

  result(): ReadRow {
    this.refuseHostileCells();
    const name = this.name();
    const registration = readRegistration(this.text('registration'), this.text('siret'));
    if (registration.valid) for (const notice of registration.notices) this.remark(notice);
    else this.refuse(registration.reason);
    const isFrench = !registration.valid || registration.scheme === 'SIREN';
    const company: Omit<ListedCompany, 'scheme' | 'number' | 'rawRegistration'> = {
      legalName: name,
      town: this.known('town'),
      department: isFrench ? this.department() : undefined,
      activity: isFrench ? this.activity() : undefined,
      foundedOn: this.foundedOn(),
      leader: this.leader(),
      figures: this.figures(),
    };
    const hadEmail = this.checkEmailAndConsent();
    const accepted = registration.valid && this.refusals.length === 0;
    return {
      line: this.line.line,
      shownName: harmless(this.raw('name')),
      company: accepted
        ? {
            ...company,
            scheme: registration.scheme,
            number: registration.number,
            rawRegistration: registration.raw,
            siret: registration.siret,
          }
        : undefined,
      refusals: this.refusals,
      remarks: this.remarks,
      hadEmail,
    };
  }

  private refuseHostileCells(): void {
    const cells = [...this.columns.place.keys()].map((column) => [column, this.raw(column)] as const);
    const extra = this.line.cells.slice(this.columns.headings.length).some((cell) => cell.trim() !== '');
    if (extra) this.refuse('TOO_MANY_CELLS', this.columns.headings.length);
    for (const [column, cell] of cells) {
      if (cell.length > longestCell) this.refuse('CELL_TOO_LONG', this.heading(column));
      else if (hasControlCharacters(cell)) this.refuse('CONTROL_CHARACTERS', this.heading(column));
      else if (namedThings.includes(column) && !isUnknown(this.text(column)) && isFormula(this.text(column)))
        this.refuse('FORMULA_IN_CELL', this.heading(column));
    }
    if (namedThings.some((column) => hasInvisibleSigns(this.raw(column)))) this.remark('INVISIBLE_SIGNS_REMOVED');
  }

  private name(): string {
    const name = this.text('name');
    if (isUnknown(name)) this.refuse('NAME_MISSING');
    else if (name.length > longestName && name.length <= longestCell) this.refuse('NAME_TOO_LONG');
    return name;
  }

  /** Post codes and NAF codes are French: 20250 is in Casablanca, and in Corsica. */
  private department(): string | undefined {
    const cell = this.known('postcode');
    if (cell === undefined) return undefined;
    const found = departmentOfPostcode(cell);
    if (!found) this.remark('POSTCODE_UNREADABLE');
    if (found?.restored) this.remark('POSTCODE_ZERO_RESTORED');
    return found?.department;
  }

  private activity(): ListedCompany['activity'] {
    const cell = this.known('activity');
    if (cell === undefined) return undefined;
    const code = readActivityCode(cell);
    if (!code) this.remark('ACTIVITY_UNREADABLE');
    return code ? { nomenclature: /2025/.test(this.heading('activity')) ? 'NAF_2025' : 'NAF_REV_2', code } : undefined;
  }

  private foundedOn(): LocalDate | undefined {
    const cell = this.known('foundedOn');
    const date = cell === undefined ? undefined : readDate(cell);
    if (cell !== undefined && (!date || date > this.today)) this.remark('FOUNDING_DATE_UNREADABLE');
    return date && date <= this.today ? date : undefined;
  }

  /** Family names stand in capitals or behind the first name. */
  private leader(): ListedLeader | undefined {
    const words = [this.known('givenName'), this.known('leader')]
      .filter((part) => part !== undefined)
      .join(' ')
      .replace(/^(m|mr|mme|mlle|madame|monsieur|ms|mrs|dr)\.? /i, '')
      .split(' ')
      .filter((word) => word !== '');
    if (words.length === 0) return undefined;
    const capitals = words.filter((word) => word.length > 1 && word === word.toUpperCase());
    const family = capitals.length > 0 && capitals.length < words.length ? capitals : words.slice(1);
    const given = words.filter((word) => !family.includes(word));
    if (family.length > 0 && given.length > 0 && words.join(' ').length <= longestName)
      return { firstName: given.join(' '), lastName: family.join(' ') };
    this.remark('LEADER_UNREADABLE');
    return undefined;
  }

  private figures(): AnnualFigures | undefined {
    const closedOn = this.closedOn();
    const stated = {
      turnover: this.amount('turnover'),
      exportTurnover: this.amount('exportTurnover'),
      balanceTotal: this.amount('balanceTotal'),
      fte: this.fte(),
    };
    if (Object.values(stated).every((value) => value === null)) return undefined;
    if (!closedOn) {
      if (this.known('closedOn') === undefined) this.remark('FIGURES_UNDATED');
      return undefined;
    }
    const decision = declareFigures({ closedOn, months: 12, currency: 'EUR', ...stated, source: 'DECLARED' }, this.today);
    if ('accepted' in decision) return decision.accepted;
    const code = rowRefusalFor[decision.refused];
    if (!this.refusals.some((refusal) => refusal.code === code)) this.refuse(code, closedOn);
    return undefined;
  }

  private closedOn(): LocalDate | undefined {
    const cell = this.known('closedOn');
    if (cell === undefined) return undefined;
    const date = readDate(cell);
    if (!date) this.refuse('CLOSING_DATE_UNREADABLE', harmless(cell));
    else if (date > this.today) this.refuse('CLOSING_DATE_IN_FUTURE', date);
    return date;
  }

  private amount(column: AmountColumn): bigint | null {
    const cell = this.known(column);
    if (cell === undefined) return null;
    const power = unitOf(cell).power ?? this.columns.units.get(column)?.power ?? 0;
    const number = namesOtherCurrency(cell) ? ({ problem: 'UNREADABLE' } as const) : this.number(column, cell);
    if ('problem' in number)
      return this.refuse(number.problem === 'UNCLEAR' ? 'AMOUNT_UNCLEAR' : 'AMOUNT_UNREADABLE', this.heading(column));
    const cents = minorUnits(number.digits, power + 2);
    if (cents === undefined || cents > mostCents) return this.refuse('AMOUNT_UNREADABLE', this.heading(column));
    if (cents < 0n) return this.refuse('AMOUNT_NEGATIVE', this.heading(column));
    return cents;
  }

  private fte(): number | null {
    const cell = this.known('fte');
    if (cell === undefined) return null;
    const number = this.number('fte', cell);
    if ('problem' in number || minorUnits(number.digits, 2) === undefined || Number(number.digits) > mostFte)
      return this.refuse('FTE_UNREADABLE', this.heading('fte'));
    if (number.digits.startsWith('-')) return this.refuse('FTE_NEGATIVE', this.heading('fte'));
    return Number(number.digits);
  }

  private number(column: ListColumn, cell: string) {
    const digits = withoutUnit(cell);
    return readNumber(digits, this.marks.get(column)?.(digits));
  }

  private checkEmailAndConsent(): boolean {
    const email = this.known('email');
    const isReadable = email !== undefined && eMailShape.test(email);
    if (email !== undefined && !isReadable) this.remark('EMAIL_UNREADABLE');
    if (!yesOrNo.test(plain(this.text('consent')))) this.remark('CONSENT_UNREADABLE');
    return isReadable;
  }

  private known(column: ListColumn): string | undefined {
    const text = this.text(column);
    return isUnknown(text) ? undefined : text;
  }

  private text(column: ListColumn): string {
    return visibleText(this.raw(column));
  }

  private raw(column: ListColumn): string {
    return cellOf(this.line, this.columns, column);
  }

  private heading(column: ListColumn): string {
    return this.columns.headings[this.columns.place.get(column) ?? -1] ?? '';
  }

  private refuse(code: RowRefusal, about?: string | number): null {
    this.refusals.push(reason(code, about));
    return null;
  }

  private remark(code: RowRemark): void {
    this.remarks.push(reason(code));
  }
}

function cellOf(line: TableLine, columns: Columns, column: ListColumn): string {
  return line.cells[columns.place.get(column) ?? -1] ?? '';
}
