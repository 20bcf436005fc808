import { describe, expect, it } from '@jest/globals';
import { countriesIn, countryMatches } from '../src/countries/country-names.ts';
import { addressOf, questionOf } from '../src/export-question/question.ts';
import { stayRefusal } from '../src/export-question/stay.ts';

const ask = (country: string, search = '') => questionOf(country, new URLSearchParams(search));

describe('A question in an address', () => {
  it('comes back as it was sent', () => {
    const question = { country: 'MA', company: 'company_01h', from: '2026-12-01', to: '2026-12-05' };
    const [path = '', search] = addressOf(question).split('?');
    expect(ask(path.split('/').at(-1) ?? '', search)).toEqual(question);
  });

  it('takes a country in small letters, and no country that does not exist', () => {
    expect(ask('ma')?.country).toBe('MA');
    expect(ask('XX')).toBeUndefined();
    expect(ask('Maroc')).toBeUndefined();
  });

  it('leaves out dates that no calendar has, that are alone, or that run backwards', () => {
    for (const search of [
      'from=2026-02-30&to=2026-03-01',
      'from=2026-12-01',
      'from=2026-12-05&to=2026-12-01',
      'from=infinity&to=2026-12-01',
    ]) {
      expect(ask('MA', search)).toMatchObject({ from: undefined, to: undefined });
    }
  });
});

describe('The dates of a stay', () => {
  it('are both needed, in order, and a year apart at most', () => {
    expect(stayRefusal('', '2026-12-01')).toBe('MISSING');
    expect(stayRefusal('2026-12-05', '2026-12-01')).toBe('REVERSED');
    expect(stayRefusal('2026-01-01', '2027-01-02')).toBe('TOO_LONG');
    expect(stayRefusal('2026-12-01', '2026-12-01')).toBeUndefined();
  });
});

describe('The list of countries', () => {
  const find = (typed: string) => countriesIn('fr').filter((country) => countryMatches(country, typed));

  it('is in the order of the French alphabet, without France', () => {
    const names = countriesIn('fr').map(({ name }) => name);
    expect(names.indexOf('Égypte')).toBeLessThan(names.indexOf('Espagne'));
    expect(names).not.toContain('France');
  });

  it('finds a country without accents, capitals or hyphens, and by its code', () => {
    expect(find('etats unis').map(({ code }) => code)).toContain('US');
    expect(find('ma').map(({ code }) => code)).toContain('MA');
    expect(find('vn').map(({ code }) => code)).toEqual(['VN']);
  });
});
