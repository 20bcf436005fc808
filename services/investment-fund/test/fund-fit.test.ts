import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';
import { albi, albiFacts, albiMember, companyId, fundTeam, hubMaroc, startFund } from './running-fund.ts';

let fund: Awaited<ReturnType<typeof startFund>>;
beforeAll(async () => {
  fund = await startFund();
});
afterAll(() => fund?.close());

const selection = `id fundFit { verdict score bestScore outOf assessedOn message fund { id status } criteriaVersion { number }
  criteria { kind name weight result value threshold unit closedOn referenceClosedOn source shortBy missingYear message }
  nearestMiss { kind shortBy message } neverCountedAgainst { kind explanation } gaps { code message } }`;

const fitOf = (facts: object | null, as: TestViewer = albiMember, id = albi) =>
  fund.graph.entities('Company', [{ id, assessmentFacts: facts }], selection, as);

async function judgementOf(changes: object, as?: TestViewer) {
  const { data, errors } = await fitOf({ ...albiFacts, ...changes }, as);
  expect(errors).toEqual([]);
  return data._entities[0].fundFit;
}

describe('the Albi company', () => {
  test('fits, and reads why with every figure dated and sourced', async () => {
    const answer = await judgementOf({});
    expect(answer).toMatchObject({
      verdict: 'FIT',
      score: 100,
      bestScore: 100,
      outOf: 100,
      assessedOn: '2026-11-23',
      nearestMiss: null,
      gaps: [],
    });
    expect(answer).toMatchObject({ criteriaVersion: { number: 2 }, fund: { status: 'PROJECT' } });
    expect(answer.criteria).toMatchObject([
      { kind: 'INDUSTRIAL', result: 'PASS', value: 'C', threshold: 'B, C, D, E', source: 'COMPANY_RECORD', closedOn: null },
      { kind: 'ANCHORED', result: 'PASS', value: '81', unit: 'DEPARTMENT' },
      {
        kind: 'LONG_TERM_JOBS',
        result: 'PASS',
        value: '14.2',
        threshold: '0.0',
        source: 'DECLARED',
        closedOn: '2025-12-31',
        referenceClosedOn: '2022-12-31',
      },
      { kind: 'GROWTH', result: 'PASS', value: '25.0', threshold: '10.0', unit: 'PERCENT', shortBy: null },
    ]);
    expect(answer.criteria[2].message).toBe('Jobs kept: 32 FTE in 2025 after 28 in 2022 (+14.2 %; at least 0 %).');
    expect(answer.criteria[3].message).toBe('Turnover: 4 M€ in 2025 after 3.2 M€ in 2022 (+25 %; at least +10 %).');
  });

  test('is told that the fund cannot invest yet, and that a refusal by a bank does not count', async () => {
    const { message, neverCountedAgainst } = await judgementOf({});
    expect(message).toContain('cannot invest');
    expect(message).toContain('never counts against a company');
    expect(neverCountedAgainst).toMatchObject([{ kind: 'CLASSICAL_REFUSAL' }]);
  });

  test('reads the same in French', async () => {
    const { criteria, message } = await judgementOf({ turnover: '2900000.00' }, { ...albiMember, lang: 'fr' });
    expect(criteria[3].message).toBe(
      "Chiffre d'affaires : 2,9 M€ en 2025 après 3,2 M€ en 2022 (-9,4 %) : il manque 19,4 points pour atteindre +10 %.",
    );
    expect(message).toContain("Aujourd'hui l'entreprise ne remplit pas : Croissance.");
  });

  test('would not fit with 2.9 million, by growth alone', async () => {
    const answer = await judgementOf({ turnover: '2900000.00' });
    expect(answer).toMatchObject({ verdict: 'NO_FIT', score: 80, nearestMiss: { kind: 'GROWTH', shortBy: '19.4' } });
    expect(answer.criteria.map(({ result }: { result: string }) => result)).toEqual(['PASS', 'PASS', 'PASS', 'FAIL']);
  });
});

describe('a missing fact', () => {
  test.each([
    [{ activitySection: null }, 'ACTIVITY_UNKNOWN', 'The activity of the company is not known.'],
    [{ siteDepartments: [] }, 'SITES_UNKNOWN', 'No site of the company is known.'],
    [
      { closedOn: '2018-12-31', referenceClosedOn: null, referenceTurnover: null, referenceFte: null },
      'FIGURES_STALE',
      'The figures of the year closed in 2025 are missing; the last known are of 2018.',
    ],
    [
      {
        closedOn: null,
        turnover: null,
        fte: null,
        currency: null,
        figuresSource: null,
        referenceClosedOn: null,
        referenceTurnover: null,
        referenceFte: null,
      },
      'FIGURES_MISSING',
      'The figures of the year closed in 2025 are missing; none are known.',
    ],
    [{ fte: null }, 'FTE_MISSING', 'The staff (FTE) of 2025 is missing.'],
    [{ turnover: null }, 'TURNOVER_MISSING', 'The turnover of 2025 is missing.'],
    [{ referenceFte: null }, 'REFERENCE_FTE_MISSING', 'The staff (FTE) of 2022 is missing, with which 2025 is compared.'],
    [{ referenceTurnover: null }, 'REFERENCE_TURNOVER_MISSING', 'The turnover of 2022 is missing, with which 2025 is compared.'],
    [{ referenceTurnover: '0.00' }, 'NOTHING_TO_COMPARE_WITH', 'The year 2022 stands at zero: 2025 cannot be compared with it.'],
  ])('%j is one gap and no refusal', async (changes, code, message) => {
    const answer = await judgementOf(changes);
    expect(answer.verdict).toBe('UNKNOWN');
    expect(answer.gaps).toEqual([{ code, message }]);
    expect(answer.message).toContain('Nothing known speaks against it');
    expect(answer.bestScore).toBe(100);
    expect(answer.score).toBeLessThan(100);
  });
});

test('a company that counts in dirhams is judged by its own growth', async () => {
  const answer = await judgementOf(
    { country: 'MA', siteDepartments: [], currency: 'MAD', turnover: '44000000.00', referenceTurnover: '40000000.00' },
    { ...fundTeam },
  );
  expect(answer.verdict).toBe('NO_FIT');
  expect(answer.criteria[1]).toMatchObject({ result: 'FAIL', message: 'No site on record is in the region.' });
  expect(answer.criteria[3]).toMatchObject({
    result: 'PASS',
    value: '10.0',
    message: 'Turnover: 44 M MAD in 2025 after 40 M MAD in 2022 (+10 %; at least +10 %).',
  });
});

describe('who may see how a company fits', () => {
  const stranger: TestViewer = { ...albiMember, company: companyId('rochegude-aerostructures') };

  test.each<[string, TestViewer, string]>([
    ['nobody who is not signed in', {}, 'UNAUTHENTICATED'],
    ['no partner', hubMaroc, 'FORBIDDEN'],
    ['no staff without the right to read the fund', { ...fundTeam, scopes: ['members:read', 'figures:read'] }, 'FORBIDDEN'],
    ['no other company', stranger, 'NOT_FOUND'],
  ])('%s', async (_who, as, code) => {
    const { data, errors } = await fitOf(albiFacts, as);
    expect(data?._entities[0].fundFit ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code } }]);
  });

  test('another company, whose request is good but for the company: nothing is lost beside', async () => {
    const { data, errors } = await fitOf(albiFacts, stranger);
    expect(data._entities).toEqual([{ id: albi, fundFit: null }]);
    expect(errors).toMatchObject([{ path: ['_entities', 0, 'fundFit'] }]);
  });

  test('the company itself and the fund team', async () => {
    expect((await fitOf(albiFacts, albiMember)).data._entities[0].fundFit.verdict).toBe('FIT');
    expect((await fitOf(albiFacts, fundTeam)).data._entities[0].fundFit.verdict).toBe('FIT');
  });

  test('a stranger is refused alike, whether membership sent facts or not', async () => {
    const [with_, without] = [await fitOf(albiFacts, stranger), await fitOf(null, stranger)];
    expect(without.errors[0]?.message).toBe(with_.errors[0]?.message);
    expect((await fitOf(null, fundTeam)).errors[0]?.message).toBe(with_.errors[0]?.message);
  });
});

describe('bad input', () => {
  test.each([
    ['nonsense', 'This is not an id.'],
    [encodeId('branch', idFromName('branch', 'tarn')), 'This is the id of a branch, but a company is expected'],
  ])('the id %s is answered with a sentence', async (id, sentence) => {
    const { errors, status } = await fitOf(albiFacts, fundTeam, id);
    expect(status).toBe(200);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors[0]?.message).toContain(sentence);
  });

  test.each([
    [{ turnover: 4_000_000 }],
    [{ turnover: 'a lot' }],
    [{ currency: null }],
    [{ fte: '32' }],
    [{ fte: -1 }],
    [{ closedOn: '2025-13-31' }],
    [{ siteDepartments: '81' }],
    [{ country: null }],
    [{ figuresSource: 'HEARSAY' }],
    [{ activitySection: undefined }],
  ])('facts that membership could not have meant, %j, are a fault and never an unknown fact', async (changes) => {
    const { data, errors } = await fitOf({ ...albiFacts, ...changes });
    expect(data._entities[0].fundFit).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_REPRESENTATION' } }]);
    expect(errors[0]?.message).not.toContain('membership');
  });
});

test('a hundred companies cost as many statements as one', async () => {
  const representations = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: companyId(`company ${index}`), assessmentFacts: albiFacts }));
  const statementsFor = (count: number) =>
    fund.statements.during(async () => {
      const { data, errors } = await fund.graph.entities('Company', representations(count), selection, fundTeam);
      expect(errors).toEqual([]);
      expect(data._entities).toHaveLength(count);
    });
  expect(await statementsFor(1)).toHaveLength(1);
  expect(await statementsFor(100)).toHaveLength(1);
});
