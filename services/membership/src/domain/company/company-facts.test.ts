import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { withoutSeparators } from '@leader/subgraph-kit/values/registration-numbers';
import { recordActivity } from './activity.ts';
import type { Register } from './register.ts';
import { addNumber, type NumberHolder, verifyNumber } from './registration.ts';
import { closeSite, openSite, type SiteFacts } from './site.ts';

const today = '2026-11-23' as LocalDate;
const yesterday = '2026-11-22' as LocalDate;
const tomorrow = '2026-11-24' as LocalDate;
const reasonOf = (decision: { accepted: boolean; reason?: string }) => (decision.accepted ? 'taken' : decision.reason);

describe('a number of a register', () => {
  const siren: Register = { code: 'SIREN', country: 'FR', pattern: '[0-9]{9}', example: '732 829 320' };
  const ice: Register = { code: 'ICE', country: 'MA', pattern: '[0-9]{15}', example: '001561191000066' };
  const ninea: Register = { code: 'NINEA', country: 'SN', pattern: '[0-9]{7}[0-9][A-Z][0-9]', example: '0051234 2G3' };
  const french: NumberHolder = { country: 'FR', registrations: [], siteCountries: ['FR'] };
  const moroccan: NumberHolder = { country: 'MA', registrations: [], siteCountries: [] };
  const add = (holder: NumberHolder, register: Register, written: string, isTaken = false) =>
    reasonOf(addNumber(holder, register, withoutSeparators(written), isTaken));

  test.each([
    ['as it is printed', '732829320', 'taken'],
    ['with spaces', '732 829 320', 'taken'],
    ['with no-break spaces', '732\u00a0829\u202f320', 'taken'],
    ['in Arabic digits', '٧٣٢٨٢٩٣٢٠', 'DIGITS_NOT_LATIN'],
    ['that is a SIRET', '732 829 320 00074', 'SIRET_IS_OF_A_SITE'],
    ['that is a SIRET of La Poste', '356 000 000 00048', 'SIRET_IS_OF_A_SITE'],
    ['with a wrong last digit', '732829321', 'NUMBER_NOT_WELL_FORMED'],
    ['of fourteen digits that pass as a whole while their SIREN does not', '11122233344455', 'NUMBER_NOT_WELL_FORMED'],
    ['of zeros only', '000000000', 'NUMBER_NOT_WELL_FORMED'],
    ['that lost a zero', '8423121', 'LEADING_ZEROS_MISSING'],
    ['that is no number', 'Ecoter', 'NUMBER_NOT_WELL_FORMED'],
  ])('a SIREN %s', (_, written, answer) => {
    expect(add(french, siren, written)).toBe(answer);
  });

  test('an ICE keeps the zeros it begins with', () => {
    expect(add(moroccan, ice, '001561191000066')).toBe('taken');
    expect(add(moroccan, ice, '1561191000066')).toBe('LEADING_ZEROS_MISSING');
    expect(add(moroccan, ice, '001561191000067')).toBe('NUMBER_NOT_WELL_FORMED');
    expect(add(moroccan, ice, '000000000000000')).toBe('NUMBER_NOT_WELL_FORMED');
  });

  test('is of the country of the company, or of one of its sites', () => {
    expect(add(moroccan, siren, '732829320')).toBe('REGISTER_OF_OTHER_COUNTRY');
    expect(add({ ...moroccan, siteCountries: ['FR'] }, siren, '732829320')).toBe('taken');
  });

  test('of a register that only data knows is judged by its shape', () => {
    const senegalese = { country: 'SN', registrations: [], siteCountries: [] };
    expect(add(senegalese, ninea, '0051234 2g3')).toBe('taken');
    expect(add(senegalese, ninea, '0051234 2G')).toBe('NUMBER_NOT_WELL_FORMED');
    expect(add(senegalese, ninea, 'x0051234 2G3x')).toBe('NUMBER_NOT_WELL_FORMED');
  });

  test('is given once to a company, and to one company', () => {
    const registered = { ...french, registrations: [{ scheme: 'SIREN', value: '732829320', verified: false }] };
    expect(add(registered, siren, '732 829 320')).toBe('NUMBER_KNOWN_ALREADY');
    expect(add(registered, siren, '008423121')).toBe('REGISTER_GAVE_ANOTHER');
    expect(add(french, siren, '732829320', true)).toBe('NUMBER_TAKEN');
  });

  test('proves nothing until somebody looked into the register, and said by what', () => {
    const number = { scheme: 'SIREN', value: '732829320' };
    const registered = { ...french, registrations: [{ ...number, verified: false }] };
    const check = { checkedOn: today, evidence: 'Avis de situation' };
    const verify = (holder: NumberHolder, other: object = {}) => reasonOf(verifyNumber(holder, number, { ...check, ...other }, today));
    expect(verify(registered)).toBe('taken');
    expect(verify(french)).toBe('NOT_ITS_NUMBER');
    expect(verify({ ...french, registrations: [{ ...number, verified: true }] })).toBe('VERIFIED_ALREADY');
    expect(verify(registered, { checkedOn: tomorrow })).toBe('CHECKED_IN_THE_FUTURE');
    expect(verify(registered, { evidence: '' })).toBe('EVIDENCE_MISSING');
  });
});

describe('a site', () => {
  const company = { country: 'FR', siren: '732829320' };
  const place: SiteFacts = { country: 'FR', town: 'Foix', department: '09', siret: '73282932000074', openedOn: yesterday, isSeat: false };
  const open = (other: Partial<SiteFacts> = {}, of: { country: string; siren: string | undefined } = company, isKnown = false) =>
    reasonOf(openSite(of, { ...place, ...other }, isKnown, today));

  test.each<[string, Partial<SiteFacts>, string]>([
    ['in France with its SIRET', {}, 'taken'],
    ['in Corsica', { department: '2A' }, 'taken'],
    ['in France without a department', { department: null }, 'DEPARTMENT_MISSING'],
    ['with 9 for 09', { department: '9' }, 'NOT_A_DEPARTMENT'],
    ['with Tarn for 81', { department: 'Tarn' }, 'NOT_A_DEPARTMENT'],
    ['abroad with a department', { country: 'MA', siret: null }, 'DEPARTMENT_ABROAD'],
    ['abroad without a town', { country: 'MA', department: null, town: null, siret: null }, 'TOWN_MISSING'],
    ['abroad with a SIRET', { country: 'MA', department: null }, 'SIRET_ABROAD'],
    ['abroad with its town', { country: 'MA', department: null, town: 'Tanger', siret: null }, 'taken'],
    ['that is a seat abroad', { country: 'MA', department: null, siret: null, isSeat: true }, 'SEAT_ABROAD'],
    ['that opens tomorrow', { openedOn: tomorrow }, 'OPENED_IN_THE_FUTURE'],
    ['that opened today', { openedOn: today }, 'taken'],
    ['with a wrong SIRET', { siret: '73282932000075' }, 'SIRET_INVALID'],
    ['with a SIRET that passes while its SIREN does not', { siret: '11122233344455' }, 'SIRET_INVALID'],
    ['with the SIRET of another company', { siret: '00842312100014' }, 'SIRET_OF_ANOTHER_COMPANY'],
  ])('%s', (_, other, answer) => {
    expect(open(other)).toBe(answer);
  });

  test('of La Poste follows its own sum, under its own SIREN', () => {
    const laPoste = { country: 'FR', siren: '356000000' };
    expect(open({ siret: '35600000000048' }, laPoste)).toBe('taken');
    expect(open({ siret: '35600000049837' }, laPoste)).toBe('taken');
    expect(open({ siret: '35600000049838' }, laPoste)).toBe('SIRET_INVALID');
  });

  test('has a SIRET only where the SIREN is known, and only once', () => {
    expect(open({}, { ...company, siren: undefined })).toBe('SIREN_UNKNOWN');
    expect(open({}, company, true)).toBe('SITE_KNOWN_ALREADY');
  });

  test('is given up once, not before it opened, not tomorrow, and not while it is the seat', () => {
    const site = { isSeat: false, openedOn: yesterday, closedOn: null };
    expect(reasonOf(closeSite(site, today, today))).toBe('taken');
    expect(reasonOf(closeSite(site, yesterday, today))).toBe('taken');
    expect(reasonOf(closeSite({ ...site, closedOn: yesterday }, today, today))).toBe('CLOSED_ALREADY');
    expect(reasonOf(closeSite({ ...site, isSeat: true }, today, today))).toBe('SEAT_STAYS');
    expect(reasonOf(closeSite(site, tomorrow, today))).toBe('CLOSED_IN_THE_FUTURE');
    expect(reasonOf(closeSite(site, '2026-11-21' as LocalDate, today))).toBe('CLOSED_BEFORE_IT_OPENED');
  });
});

describe('an activity', () => {
  const company = { country: 'FR', activities: [{ nomenclature: 'NAF_REV_2', code: '30.30Z' }] };
  const written = (...[nomenclature, code]: [Parameters<typeof recordActivity>[1], string]) => {
    const decision = recordActivity(company, nomenclature, code);
    return decision.accepted ? decision.facts : decision.reason;
  };

  test('is known in both editions of NAF, side by side, however it is typed', () => {
    expect(written('NAF_2025', '30.31Y')).toEqual({ nomenclature: 'NAF_2025', code: '30.31Y' });
    expect(written('NAF_2025', '3031y')).toEqual({ nomenclature: 'NAF_2025', code: '30.31Y' });
    expect(written('NAF_REV_2', '25.62B')).toEqual({ nomenclature: 'NAF_REV_2', code: '25.62B' });
  });

  test('is refused in a nomenclature of elsewhere, in no section, or again', () => {
    expect(written('ISIC_4', '3030')).toBe('NOMENCLATURE_OF_OTHER_COUNTRY');
    expect(reasonOf(recordActivity({ country: 'MA', activities: [] }, 'NAF_2025', '30.31Y'))).toBe('NOMENCLATURE_OF_OTHER_COUNTRY');
    expect(reasonOf(recordActivity({ country: 'MA', activities: [] }, 'ISIC_4', '3030'))).toBe('taken');
    expect(written('NAF_REV_2', '3030')).toBe('NOT_AN_ACTIVITY_CODE');
    expect(written('NAF_REV_2', '04.10Z')).toBe('NOT_AN_ACTIVITY_CODE');
    expect(written('NAF_2025', '45.11Z')).toBe('NOT_AN_ACTIVITY_CODE');
    expect(written('NAF_REV_2', '30.30Z')).toBe('CODE_KNOWN_ALREADY');
  });
});
