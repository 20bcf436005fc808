import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { InvalidInput } from '../errors/errors.ts';
import { parseCountryCode } from '../values/country-codes.ts';
import { parseLocalDate } from '../values/local-date.ts';
import { parseCurrency } from '../values/money.ts';

/** A scalar that travels as text and is read by a strict function; the function's sentence is what a client is told. */
function textScalar(
  name: string,
  description: string,
  read: (text: string) => string,
  specifiedByURL?: string,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    try {
      if (typeof value !== 'string') throw new InvalidInput(`${name} is sent as text.`);
      return read(value);
    } catch (error) {
      throw new GraphQLError((error as Error).message, { extensions: { code: 'BAD_USER_INPUT' } });
    }
  };
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL,
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const LocalDateScalar = textScalar('LocalDate', 'A calendar day without time or zone, written yyyy-mm-dd.', parseLocalDate);

export const CountryCodeScalar = textScalar(
  'CountryCode',
  'A country by its ISO 3166-1 alpha-2 code, two capital letters, for example MA.',
  parseCountryCode,
  'https://www.iso.org/iso-3166-country-codes.html',
);

export const CurrencyCodeScalar = textScalar(
  'CurrencyCode',
  'A currency by its ISO 4217 code, three capital letters, for example EUR.',
  parseCurrency,
  'https://www.iso.org/iso-4217-currency-codes.html',
);

export const DecimalScalar = textScalar(
  'Decimal',
  'A decimal number written as text, so that no digit is lost, for example "4000000.00".',
  (text) => {
    if (/^-?\d{1,18}(\.\d{1,9})?$/.test(text)) return text;
    throw new InvalidInput('A decimal number is written with digits and a point, for example "1250.50".');
  },
);

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant by RFC 3339, for example 2026-11-23T09:00:00Z.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
});

function parseInstant(value: unknown): Date {
  const text = typeof value === 'string' ? value : '';
  const instant = new Date(text);
  if (!instantShape.test(text) || Number.isNaN(instant.getTime()) || !existsOn(text)) {
    throw new GraphQLError('An instant is written by RFC 3339, for example 2026-11-23T09:00:00Z.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return instant;
}

function existsOn(text: string): boolean {
  try {
    parseLocalDate(text.slice(0, 10));
    return true;
  } catch {
    return false;
  }
}
