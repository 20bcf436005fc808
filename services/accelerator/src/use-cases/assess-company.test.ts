import { describe, expect, test } from '@jest/globals';
import { albiCompany, day, euros, pmeRules, smallWorkshop, today, tpeRules } from '../../test/builders.ts';
import type { Rules } from '../domain/eligibility.ts';
import { assessCompany, type ProgramOnOffer } from './assess-company.ts';
import type { CohortView, ProgramVersionView } from './views.ts';

const none = { fr: '', en: '' };

function version(program: string, rules: Rules, validFrom: string, validTo: string | null = null): ProgramVersionView {
  return {
    ...rules,
    id: `${program}/${rules.number}`,
    programId: program,
    validFrom: day(validFrom),
    validTo: validTo ? day(validTo) : null,
    durationMonths: 12,
    capacityUnit: 'PERSON',
    experimental: false,
    source: none,
    assumption: null,
  };
}

function cohort(program: string, name: string, rules: Rules): CohortView {
  return {
    id: name,
    programId: program,
    versionId: `${program}/${rules.number}`,
    versionNumber: rules.number,
    name,
    opensOn: day('2026-11-02'),
    applyUntil: day('2027-01-04'),
    start: { fixedOn: day('2027-02-08'), windowFrom: null, windowTo: null },
    durationMonths: 12,
    capacity: 30,
    capacityUnit: 'PERSON',
    placesTaken: 18,
    theme: null,
  };
}

const programNamed = (code: string) => ({ id: code, code, name: code, basedOn: null });
const newerPmeRules: Rules = { ...pmeRules, number: 3 };
const pme: ProgramOnOffer = {
  program: programNamed('pme'),
  versions: [version('pme', pmeRules, '2019-11-19')],
  openCohorts: [cohort('pme', 'PME-3', pmeRules)],
};
const tpe: ProgramOnOffer = {
  program: programNamed('tpe'),
  versions: [version('tpe', tpeRules, '2019-07-15')],
  openCohorts: [cohort('tpe', 'TPE-2', tpeRules)],
};
const tpeBetweenCohorts: ProgramOnOffer = { ...tpe, openCohorts: [] };

describe('A company that asks which accelerator fits', () => {
  test('is assessed for every open cohort', () => {
    expect(
      assessCompany([pme, tpe], albiCompany(), today).map(({ program, cohort: open, eligibility }) => [
        program.code,
        open?.name,
        eligibility.verdict,
      ]),
    ).toEqual([
      ['pme', 'PME-3', 'PASS'],
      ['tpe', 'TPE-2', 'FAIL'],
    ]);
  });

  test('hears nothing of a program without an open cohort, unless it asks for that one', () => {
    expect(assessCompany([pme, tpeBetweenCohorts], smallWorkshop(), today).map(({ program }) => program.code)).toEqual(['pme']);
    const asked = assessCompany([pme, tpeBetweenCohorts], smallWorkshop(), today, tpe.program);
    expect(asked.map(({ program, cohort: open, eligibility }) => [program.code, open, eligibility.verdict])).toEqual([
      ['tpe', null, 'PASS'],
    ]);
  });

  test('hears nothing of a program whose rules do not apply any more', () => {
    const ended = { ...tpeBetweenCohorts, versions: [version('tpe', tpeRules, '2019-07-15', '2024-12-31')] };
    expect(assessCompany([ended], smallWorkshop(), today, ended.program)).toEqual([]);
  });

  test('is judged by the rules its cohort was opened with, also when newer rules apply today', () => {
    const renewed = {
      ...pme,
      versions: [version('pme', pmeRules, '2019-11-19', '2026-11-20'), version('pme', newerPmeRules, '2026-11-21')],
    };
    expect(assessCompany([renewed], albiCompany(), today).map(({ eligibility }) => eligibility.ruleVersion)).toEqual([2]);
    expect(
      assessCompany([{ ...renewed, openCohorts: [] }], albiCompany(), today, pme.program).map(({ eligibility }) => eligibility.ruleVersion),
    ).toEqual([3]);
  });

  test('that fits neither is told the nearest one, also when it asks for the other only', () => {
    const between = albiCompany({ turnover: euros('2400000') });
    expect(assessCompany([pme, tpe], between, today, tpe.program).map(({ nearest }) => nearest?.code)).toEqual(['pme']);
    expect(assessCompany([pme, tpe], albiCompany(), today).map(({ nearest }) => nearest)).toEqual([null, null]);
  });
});
