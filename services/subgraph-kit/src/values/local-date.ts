import { InvalidInput } from '../errors/errors.ts';
import { kept } from './kept.ts';

/** A calendar day, `yyyy-mm-dd`, without time or zone. Compares and sorts as text. */
export type LocalDate = string & { readonly __localDate: unique symbol };

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads a day strictly: four-digit years, and only days that exist.
 *
 * @throws InvalidInput for anything else, such as 2026-02-30, `infinity` or an instant.
 */
export function parseLocalDate(text: string): LocalDate {
  const [, year, month, day] = shape.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // A year below 100 would be moved into the twentieth century by Date.UTC, and no record here is that old.
  if (!year || Number(year) < 1000 || date.toISOString().slice(0, 10) !== text) {
    throw new InvalidInput('A day is written yyyy-mm-dd and must exist, for example 2026-02-28.');
  }
  return text as LocalDate;
}

const dayIn = kept((zone) => new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }));

/** The day that an instant falls on in a time zone, e.g. `Europe/Paris`. */
export function localDateIn(zone: string, instant: Date): LocalDate {
  return dayIn(zone).format(instant) as LocalDate;
}

/** The same day `months` later, or the last day of that month when it has no such day: 31 January + 1 = 28 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = partsOf(date);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromUtc(new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))));
}

export function addDays(date: LocalDate, days: number): LocalDate {
  const [year, month, day] = partsOf(date);
  return fromUtc(new Date(Date.UTC(year, month - 1, day + days)));
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Whole months that have passed from one day to another: 31 December to 30 June is five, to 1 July six. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  const [fromYear, fromMonth, fromDay] = partsOf(from);
  const [toYear, toMonth, toDay] = partsOf(to);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return toDay < fromDay ? months - 1 : months;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

function partsOf(date: LocalDate): [number, number, number] {
  const [year, month, day] = date.split('-').map(Number);
  return [year as number, month as number, day as number];
}

function fromUtc(date: Date): LocalDate {
  return date.toISOString().slice(0, 10) as LocalDate;
}
