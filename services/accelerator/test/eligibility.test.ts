import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import type { StatedFacts } from '../src/graphql/assessment-facts.ts';
import { statedAlbiCompany } from './builders.ts';
import { companyId, member, programId, type RunningAccelerator, runAccelerator, staff } from './running-accelerator.ts';

let running: RunningAccelerator;
beforeAll(async () => {
  running = await runAccelerator();
});
afterAll(() => running.stop());

const whole = `program { code name } version { number validFrom } cohort { name placesLeft start { fixedOn } } assessedOn verdict summary
  criteria { kind stage result reason message value operator threshold unit closedOn figuresSource missingYear shortBy { amount currency } shortByMonths possible }
  nearestMiss { kind shortBy { amount currency } } nearestProgram { code } gaps { code message }`;

interface Finding {
  kind: string;
  [name: string]: unknown;
}

async function assess(facts: StatedFacts, as: TestViewer = staff, argument = '') {
  const answer = await running.accelerator.entities(
    'Company',
    [{ id: companyId, assessmentFacts: facts }],
    `acceleratorEligibility${argument} { ${whole} }`,
    as,
  );
  expect(answer.errors).toEqual([]);
  return answer.data._entities[0].acceleratorEligibility;
}

const criterion = (assessment: { criteria: Finding[] }, kind: string) => assessment.criteria.find((one) => one.kind === kind);

describe('The company from Albi', () => {
  test('reads that the accelerator for PME fits: 4 M€ in the year closed 2025, the audit to come, places left', async () => {
    const [pme, tpe] = await assess(statedAlbiCompany(), member);
    expect(pme).toMatchObject({
      program: { code: 'pme', name: 'Accélérateur PME-PMI' },
      version: { number: 2, validFrom: '2019-11-19' },
      cohort: { name: 'PME-3', placesLeft: 12, start: { fixedOn: '2027-02-08' } },
      assessedOn: '2026-11-23',
      verdict: 'PASS',
      nearestMiss: null,
      nearestProgram: null,
    });
    expect(pme.summary).toContain('this program fits');
    expect(pme.summary).toContain('until 4 January 2027, places left: 12 of 30');
    expect(criterion(pme, 'TURNOVER')).toEqual({
      kind: 'TURNOVER',
      stage: 'ELIGIBILITY',
      result: 'PASS',
      reason: 'TURNOVER_FITS',
      message: 'Turnover: 4 M€ in the year closed 2025, more than 3 M€ as asked.',
      value: '4000000.00',
      operator: 'MORE_THAN',
      threshold: '3000000.00',
      unit: 'EUR',
      closedOn: '2025-12-31',
      figuresSource: 'FILED',
      missingYear: null,
      shortBy: null,
      shortByMonths: null,
      possible: null,
    });
    expect(criterion(pme, 'SIZE_CATEGORY')).toMatchObject({ result: 'PASS', value: 'PME', possible: ['PME'] });
    expect(pme.gaps.map(({ code }: { code: string }) => code)).toEqual(['PROCEEDINGS_NOT_CHECKED', 'AUDIT_TO_COME']);
    expect(tpe).toMatchObject({
      program: { code: 'tpe' },
      verdict: 'FAIL',
      nearestProgram: null,
      nearestMiss: { kind: 'TURNOVER', shortBy: { amount: '2000000.00', currency: 'EUR' } },
    });
  });

  test('with 2.9 M€ reads 0.1 M€ short, every other criterion the same', async () => {
    const [less] = await assess(statedAlbiCompany({ turnover: '2900000.00' }), member);
    const [more] = await assess(statedAlbiCompany(), member);
    expect(less.verdict).toBe('FAIL');
    expect(less.summary).toContain('0.1 M€ short');
    expect(criterion(less, 'TURNOVER')).toMatchObject({
      result: 'FAIL',
      value: '2900000.00',
      shortBy: { amount: '100000.00', currency: 'EUR' },
      message: expect.stringContaining('0.1 M€ short'),
    });
    expect(less.criteria.slice(1)).toEqual(more.criteria.slice(1));
    const [french] = await assess(statedAlbiCompany({ turnover: '2900000.00' }), { ...member, lang: 'fr' });
    expect(french.summary).toContain('il manque 0,1 M€');
  });

  test('with exactly 3 000 000.00 € reads 0 € short', async () => {
    const [pme] = await assess(statedAlbiCompany({ turnover: '3000000.00' }));
    expect(pme.verdict).toBe('FAIL');
    expect(criterion(pme, 'TURNOVER')).toMatchObject({
      shortBy: { amount: '0.00', currency: 'EUR' },
      message: expect.stringContaining('0 € short: must be more than 3 M€'),
    });
  });

  test('with 9 people, 3.5 M€ and no balance sheet reads that micro or PME cannot be told', async () => {
    const [pme] = await assess(
      statedAlbiCompany({ turnover: '3500000.00', sizeCategory: 'UNKNOWN', possibleSizeCategories: ['MIC', 'PME'] }),
    );
    expect(pme.verdict).toBe('UNKNOWN');
    expect(pme.summary).toContain('this is no refusal');
    expect(criterion(pme, 'SIZE_CATEGORY')).toMatchObject({
      result: 'UNKNOWN',
      value: null,
      possible: ['MIC', 'PME'],
      message: expect.stringContaining('(micro or PME)'),
    });
    expect(pme.gaps[0]).toMatchObject({ code: 'CATEGORY_UNCERTAIN' });
  });

  test('with 2.4 M€ and 25 people fits neither, is told so kindly and pointed to the nearest', async () => {
    const [pme, tpe] = await assess(statedAlbiCompany({ turnover: '2400000.00' }));
    expect([pme.verdict, tpe.verdict, pme.nearestProgram.code, tpe.nearestProgram.code]).toEqual(['FAIL', 'FAIL', 'pme', 'pme']);
    expect(pme.summary).toContain('No accelerator fits today; this one is the nearest.');
    expect(tpe.summary).toContain('the nearest is Accélérateur PME-PMI');
  });

  test('with figures of 2018 reads which year is missing, once', async () => {
    const [pme] = await assess(statedAlbiCompany({ closedOn: '2018-12-31' }));
    expect(pme.verdict).toBe('UNKNOWN');
    expect(criterion(pme, 'TURNOVER')).toMatchObject({
      result: 'UNKNOWN',
      closedOn: null,
      value: null,
      missingYear: 2025,
      figuresSource: null,
    });
    expect(pme.summary.match(/figures for the year closed 2025 are missing; the last known are of 2018/g)).toHaveLength(1);
    expect(pme.gaps.filter(({ code }: { code: string }) => code === 'FIGURES_MISSING')).toHaveLength(1);
  });

  test('with figures in dirhams reads that they are not converted', async () => {
    const [pme] = await assess(
      statedAlbiCompany({
        turnover: '43000000.00',
        currency: 'MAD',
        sizeCategory: 'UNKNOWN',
        possibleSizeCategories: ['MIC', 'PME', 'ETI', 'GE'],
      }),
    );
    expect([pme.verdict, criterion(pme, 'TURNOVER')?.['value']]).toEqual(['UNKNOWN', null]);
    expect(pme.summary.match(/The figures are in MAD/g)).toHaveLength(1);
  });

  test('as a prospect fits by its figures and reads that membership comes first', async () => {
    const [pme] = await assess(statedAlbiCompany({ membershipStatus: 'PROSPECT' }));
    expect(pme.verdict).toBe('PASS');
    expect(pme.summary).toContain('apply for membership');
    expect(criterion(pme, 'MEMBERSHIP')).toMatchObject({ stage: 'BEFORE_START', result: 'UNKNOWN', value: 'PROSPECT' });
  });

  test('after it has left reads kindly that the accelerator is for members', async () => {
    const [pme] = await assess(statedAlbiCompany({ membershipStatus: 'RESIGNED' }));
    expect(criterion(pme, 'MEMBERSHIP')).toMatchObject({
      stage: 'BEFORE_START',
      result: 'FAIL',
      value: 'RESIGNED',
      message: expect.stringContaining('will gladly tell you how to come back'),
    });
    expect(pme.summary).toContain('the company has left the network');
  });
});

describe('Asked about one program', () => {
  test('the answer is about that program only', async () => {
    const answers = await assess(statedAlbiCompany(), staff, `(programId: "${programId('tpe')}")`);
    expect(answers.map(({ program }: { program: { code: string } }) => program.code)).toEqual(['tpe']);
  });

  test('a cohort that takes no applications any more is not offered, and the rules of today apply', async () => {
    const { database } = running.testDatabase;
    const [tpe] = await database.query<{ id: string }>(`SELECT id FROM cohort WHERE name = 'TPE-2'`);
    await database.query(`UPDATE cohort SET apply_until = '2026-11-22' WHERE id = $1`, [tpe?.id]);
    try {
      const all = await assess(statedAlbiCompany());
      expect(all.map(({ program }: { program: { code: string } }) => program.code)).toEqual(['pme']);
      const [asked] = await assess(statedAlbiCompany(), staff, `(programId: "${programId('tpe')}")`);
      expect(asked).toMatchObject({ cohort: null, version: { number: 1 }, verdict: 'FAIL' });
    } finally {
      await database.query(`UPDATE cohort SET apply_until = '2026-12-28' WHERE id = $1`, [tpe?.id]);
    }
  });

  test.each([
    ['wrong', 'This is not an id.', 'BAD_USER_INPUT'],
    [companyId, 'This is the id of a company, but a program is expected', 'BAD_USER_INPUT'],
    [programId('unknown'), 'There is no program with this id: take one from programs { id }.', 'NOT_FOUND'],
  ])('by the id %s the answer says what to send', async (id, message, code) => {
    const { status, data, errors } = await running.accelerator.entities(
      'Company',
      [{ id: companyId, assessmentFacts: statedAlbiCompany() }],
      `id acceleratorEligibility(programId: "${id}") { verdict }`,
      staff,
    );
    expect([status, data._entities]).toEqual([200, [{ id: companyId, acceleratorEligibility: null }]]);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), path: ['_entities', 0, 'acceleratorEligibility'], extensions: { code } },
    ]);
  });
});
