import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import * as fc from 'fast-check';
import type { Decision } from '../decision.ts';
import { abandon, apply, approve, type BatchStatus, batchStatuses, check, type RowVerdict } from './affiliation-batch.ts';
import { isInForce, registerNetwork } from './partner-network.ts';

const day = (text: string) => text as LocalDate;
const added: RowVerdict = { line: 2, outcome: 'ADDED', reasons: [], companyId: null, similarTo: [] };
const suspect: RowVerdict = {
  line: 3,
  outcome: 'SUSPECT',
  reasons: [{ code: 'SIMILAR_NAME_KNOWN', about: 'Moulin' }],
  companyId: null,
  similarTo: ['a', 'b'],
};
const reasonOf = (decision: { readonly accepted: boolean; readonly reason?: string }) => decision.reason ?? 'accepted';

describe('a batch', () => {
  const answers = (ask: (status: BatchStatus) => { readonly accepted: boolean; readonly reason?: string }) =>
    Object.fromEntries(batchStatuses.map((status) => [status, reasonOf(ask(status))]));
  const closed = { APPLIED: 'APPLIED_ALREADY', ABANDONED: 'ABANDONED_ALREADY' };

  test('is checked as often as people like, until it is closed', () => {
    expect(answers(check)).toEqual({ UPLOADED: 'accepted', CHECKED: 'accepted', APPROVED: 'accepted', ...closed });
  });

  test('is approved once somebody saw its rows, while the agreement with its network holds', () => {
    expect(answers((status) => approve(status, false, true))).toEqual({
      UPLOADED: 'NOT_CHECKED',
      CHECKED: 'accepted',
      APPROVED: 'APPROVED_ALREADY',
      ...closed,
    });
    expect(reasonOf(approve('CHECKED', false, false))).toBe('AGREEMENT_ENDED');
  });

  test('is approved by somebody else than whoever brought it', () => {
    expect(reasonOf(approve('CHECKED', true, true))).toBe('OWN_UPLOAD');
    expect(reasonOf(approve('CHECKED', true, false))).toBe('OWN_UPLOAD');
  });

  test('is applied once approved', () => {
    expect(answers((status) => apply(status, [added], [added]))).toEqual({
      UPLOADED: 'NOT_APPROVED',
      CHECKED: 'NOT_APPROVED',
      APPROVED: 'accepted',
      ...closed,
    });
  });

  test('is abandoned with a motive, until it is closed', () => {
    expect(answers((status) => abandon(status, 'Old list'))).toEqual({
      UPLOADED: 'accepted',
      CHECKED: 'accepted',
      APPROVED: 'accepted',
      ...closed,
    });
    expect(reasonOf(abandon('CHECKED', ''))).toBe('MOTIVE_MISSING');
  });

  test.each<[string, readonly RowVerdict[]]>([
    ['one row ends otherwise', [{ ...added, outcome: 'MATCHED', companyId: 'c' }, suspect]],
    ['one row has another reason', [added, { ...suspect, reasons: [{ code: 'SIMILAR_NAME_KNOWN', about: 'Moulinet' }] }]],
    ['one row may be another company too', [added, { ...suspect, similarTo: ['a', 'b', 'c'] }]],
    ['a row is missing', [added]],
  ])('is not applied when %s than approved', (_, now) => {
    expect(reasonOf(apply('APPROVED', [added, suspect], now))).toBe('DIRECTORY_CHANGED');
  });

  test('is applied although the database tells the same in another order of fields and ids', () => {
    const now = { ...suspect, reasons: [{ about: 'Moulin', code: 'SIMILAR_NAME_KNOWN' as const }], similarTo: ['b', 'a'] };
    expect(reasonOf(apply('APPROVED', [added, suspect], [added, now]))).toBe('accepted');
  });

  test('whatever is done to it in whatever order: applied means approved just before, and closed is for good', () => {
    const done = {
      check,
      approve: (status: BatchStatus) => approve(status, false, true),
      apply: (status: BatchStatus) => apply(status, [added], [added]),
      abandon: (status: BatchStatus) => abandon(status, 'Old'),
    };
    const step = fc.constantFrom<keyof typeof done>('check', 'approve', 'apply', 'abandon');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let status: BatchStatus = 'UPLOADED';
        for (const name of steps) {
          const before: BatchStatus = status;
          const decision: Decision<string, BatchStatus> = done[name](before);
          if (decision.accepted) status = decision.facts;
          if (status === 'APPLIED' && before !== 'APPLIED') expect(before).toBe('APPROVED');
          if (before === 'APPLIED' || before === 'ABANDONED') expect(status).toBe(before);
        }
      }),
    );
  });
});

describe('a partner network', () => {
  const network = { name: 'Ecoter', agreedOn: day('2016-01-15'), endsOn: null, terms: ['KEEPS_ITS_NAME'] as const };

  test('is agreed with by name, terms and days', () => {
    expect(reasonOf(registerNetwork(network))).toBe('accepted');
    expect(reasonOf(registerNetwork({ ...network, name: ' ' }))).toBe('NETWORK_UNNAMED');
    expect(reasonOf(registerNetwork({ ...network, name: 'x'.repeat(201) }))).toBe('NETWORK_NAME_TOO_LONG');
    expect(reasonOf(registerNetwork({ ...network, name: 'x'.repeat(200) }))).toBe('accepted');
    expect(reasonOf(registerNetwork({ ...network, terms: ['BRANCH_PAGE', 'BRANCH_PAGE'] }))).toBe('TERM_TWICE');
    expect(reasonOf(registerNetwork({ ...network, endsOn: day('2016-01-14') }))).toBe('AGREEMENT_ENDS_EARLY');
    expect(reasonOf(registerNetwork({ ...network, endsOn: day('2016-01-15') }))).toBe('accepted');
  });

  test('joins from the first day of its agreement to the last', () => {
    const agreement = { agreedOn: day('2026-01-01'), endsOn: day('2026-12-31') };
    const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(day);
    expect(days.map((one) => isInForce(agreement, one))).toEqual([false, true, true, false]);
    expect(isInForce({ ...agreement, endsOn: null }, day('2099-01-01'))).toBe(true);
  });
});
