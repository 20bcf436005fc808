import type { Language } from './language.ts';

export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** Numbers, days and money as the reader writes them. */
export interface Formats {
  /** A whole day, such as 31 déc. 2025. */
  day(isoDay: string): string;
  /** A month, such as mars 2024. */
  month(isoDay: string): string;
  /** Millions are shortened (4 M€), smaller amounts are written out. */
  money(money: Amount): string;
  number(value: number): string;
  oneDecimal(value: number): string;
  percent(share: number): string;
  /** A change with its sign, such as +14,2 %. */
  change(share: number): string;
  /** Minutes as hours and minutes. */
  duration(minutes: number): string;
  kilometres(distance: number): string;
  /** The reader's own clock. */
  time(at: Date): string;
  /** The clock at a place, now. */
  clock(timeZone: string, now: Date): string;
  list(items: readonly string[]): string;
}

export function formatsOf(language: Language): Formats {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const change = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const kilometres = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    day: (isoDay) => day.format(dateOf(isoDay)),
    month: (isoDay) => month.format(dateOf(isoDay)),
    money: (money) => moneyFormat(locale, money).format(Number(money.amount)),
    number: (value) => number.format(value),
    oneDecimal: (value) => oneDecimal.format(value),
    percent: (share) => percent.format(share),
    change: (share) => change.format(share),
    duration: (minutes) => hoursAndMinutes(minutes, language),
    kilometres: (distance) => kilometres.format(distance),
    time: (at) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at),
    clock: (timeZone, now) => clockAt(locale, timeZone, now),
    list: (items) => list.format(items),
  };
}

function dateOf(isoDay: string): Date {
  return new Date(`${isoDay.slice(0, 10)}T00:00:00Z`);
}

function moneyFormat(locale: string, { amount, currency }: Amount): Intl.NumberFormat {
  const size = Math.abs(Number(amount));
  if (size >= 1_000_000)
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 2,
    });
  const digits = Number.isInteger(size) ? { maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits });
}

function hoursAndMinutes(minutes: number, language: Language): string {
  const hours = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, '0');
  if (hours === 0) return `${minutes} min`;
  return language === 'fr' ? `${hours} h ${rest}` : `${hours} h ${rest} min`;
}

/** A time zone that this browser does not know shows no clock rather than a wrong one. */
function clockAt(locale: string, timeZone: string, now: Date): string {
  try {
    return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(now);
  } catch {
    return '–';
  }
}
