import { isCountry } from '../countries/iso-codes.ts';

/** What is asked. It lives in the address, so that an answer can be shared and found again. */
export interface Question {
  readonly country: string;
  readonly company: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Reads a question from an address; what cannot be meant is left out, a country that does not exist is no question. */
export function questionOf(country: string | undefined, search: URLSearchParams): Question | undefined {
  const code = country?.toUpperCase();
  if (!isCountry(code)) return undefined;
  const [from, to] = [dayIn(search.get('from')), dayIn(search.get('to'))];
  const stay = from && to && from <= to ? { from, to } : { from: undefined, to: undefined };
  return { country: code, company: search.get('company') ?? undefined, ...stay };
}

export function addressOf({ country, company, from, to }: Question): string {
  const search = new URLSearchParams();
  if (company) search.set('company', company);
  if (from && to) {
    search.set('from', from);
    search.set('to', to);
  }
  const tail = search.toString();
  return `/exporter/${country}${tail ? `?${tail}` : ''}`;
}

function dayIn(text: string | null): string | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined;
}
