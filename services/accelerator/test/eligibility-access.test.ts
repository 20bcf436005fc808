import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';
import type { StatedFacts } from '../src/graphql/assessment-facts.ts';
import { statedAlbiCompany } from './builders.ts';
import {
  anonymous,
  companyId,
  hub,
  member,
  otherCompanyId,
  programId,
  type RunningAccelerator,
  runAccelerator,
  staff,
} from './running-accelerator.ts';

let running: RunningAccelerator;
beforeAll(async () => {
  running = await runAccelerator();
});
afterAll(() => running.stop());

const whole =
  'program { code } version { number } cohort { name placesLeft } verdict summary criteria { kind result message } gaps { code }';

describe('The eligibility of a company', () => {
  const codeFor = async (id: string, as: TestViewer, assessmentFacts: StatedFacts | null = statedAlbiCompany()) => {
    const { errors } = await running.accelerator.entities('Company', [{ id, assessmentFacts }], 'acceleratorEligibility { verdict }', as);
    return errors[0]?.extensions.code;
  };

  test('is for the company itself and for those who may read figures', async () => {
    expect(await codeFor(companyId, member)).toBeUndefined();
    expect(await codeFor(otherCompanyId, staff)).toBeUndefined();
  });

  test('is hidden from everybody else', async () => {
    expect(await codeFor(companyId, anonymous)).toBe('UNAUTHENTICATED');
    expect(await codeFor(companyId, hub)).toBe('FORBIDDEN');
    expect(await codeFor(otherCompanyId, member)).toBe('NOT_FOUND');
  });

  test('is not found when the facts may not be used, rather than unknown', async () => {
    expect(await codeFor(companyId, staff, null)).toBe('NOT_FOUND');
  });

  test('fails openly and alone, naming the fact and never its value, when the facts of one company are not as agreed', async () => {
    const { data, errors } = await running.accelerator.entities(
      'Company',
      [
        { id: companyId, assessmentFacts: { ...statedAlbiCompany(), turnover: 'much' } },
        { id: otherCompanyId, assessmentFacts: statedAlbiCompany() },
      ],
      'acceleratorEligibility { verdict }',
      staff,
    );
    expect(data._entities).toEqual([null, { acceleratorEligibility: [{ verdict: 'PASS' }, { verdict: 'FAIL' }] }]);
    expect(errors).toMatchObject([
      { message: 'The fact turnover of a company is not as agreed.', path: ['_entities', 0], extensions: { code: 'BAD_REPRESENTATION' } },
    ]);
  });

  test('of something that is no company says so', async () => {
    const { errors } = await running.accelerator.entities(
      'Company',
      [{ id: programId('pme'), assessmentFacts: statedAlbiCompany() }],
      'acceleratorEligibility { verdict }',
      staff,
    );
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('but a company is expected'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test('costs the same SQL statements for one company and for a hundred, each answered in its place', async () => {
    const companies = Array.from({ length: 100 }, (_, index) => ({
      id: encodeId('company', idFromName('company', `company ${index}`)),
      assessmentFacts: statedAlbiCompany({ turnover: index % 2 === 0 ? '4000000.00' : '2900000.00' }),
    }));
    const ask = (some: typeof companies) => running.accelerator.entities('Company', some, `id acceleratorEligibility { ${whole} }`, staff);
    let answer: Awaited<ReturnType<typeof ask>> | undefined;
    const one = await running.statementsDuring(() => ask(companies.slice(0, 1)));
    const hundred = await running.statementsDuring(async () => {
      answer = await ask(companies);
    });
    expect(hundred).toEqual(one);
    expect(one).toHaveLength(3);
    const verdicts = answer?.data._entities.map((company: { id: string; acceleratorEligibility: { verdict: string }[] }) => [
      company.id,
      company.acceleratorEligibility[0]?.verdict,
    ]);
    expect(verdicts).toEqual(companies.map(({ id }, index) => [id, index % 2 === 0 ? 'PASS' : 'FAIL']));
  });
});

test('Programs are found by reference, many at once, by one statement', async () => {
  const ids = ['tpe', 'pme', 'tpe'].map(programId);
  const ask = () =>
    running.accelerator.entities(
      'Program',
      ids.map((id) => ({ id })),
      'code',
    );
  let answer: Awaited<ReturnType<typeof ask>> | undefined;
  const statements = await running.statementsDuring(async () => {
    answer = await ask();
  });
  expect(answer?.data._entities).toEqual([{ code: 'tpe' }, { code: 'pme' }, { code: 'tpe' }]);
  expect(statements).toHaveLength(1);
});
