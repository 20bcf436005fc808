import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { day, today } from '../../test/builders.ts';
import { figuresOn } from './closed-year.ts';

const missing = (on: string, closedOn: string | null) => figuresOn(day(on), closedOn === null ? null : day(closedOn), 18);

describe('Figures of a closed year', () => {
  test('may be eighteen months old, and not a day more', () => {
    expect(missing('2027-06-30', '2025-12-31')).toEqual({ known: true, closedOn: '2025-12-31' });
    expect(missing('2027-07-01', '2025-12-31')).toEqual({ known: false, missingYear: 2026, lastKnownYear: 2025 });
  });

  test('are missing for 2025 when the last known are of 2018', () => {
    expect(missing('2026-11-23', '2018-12-31')).toEqual({ known: false, missingYear: 2025, lastKnownYear: 2018 });
  });

  test('are not asked for before accounts are due, six months after the closing day', () => {
    expect(missing('2026-06-29', '2018-12-31')).toMatchObject({ missingYear: 2024 });
    expect(missing('2026-06-30', '2018-12-31')).toMatchObject({ missingYear: 2025 });
  });

  test('are asked for by the closing day of the company itself', () => {
    expect(missing('2026-11-23', '2018-06-30')).toMatchObject({ missingYear: 2025 });
    expect(missing('2026-12-30', '2018-06-30')).toMatchObject({ missingYear: 2026 });
  });

  test('are asked for as of 31 December when nothing is known of the company', () => {
    expect(missing('2026-11-23', null)).toEqual({ known: false, missingYear: 2025, lastKnownYear: null });
  });

  test('of a year that has not closed yet are no figures', () => {
    expect(missing('2026-11-23', '2026-12-31')).toEqual({ known: false, missingYear: 2025, lastKnownYear: null });
  });

  test('of a known year are never asked for again, under rules that want them fresher than accounts are due', () => {
    expect(figuresOn(today, day('2025-06-30'), 12)).toEqual({ known: false, missingYear: 2026, lastKnownYear: 2025 });
  });

  test('never go stale under rules that do not say how old they may be', () => {
    expect(figuresOn(today, day('2011-12-31'), null)).toEqual({ known: true, closedOn: '2011-12-31' });
  });

  test('of the year that is asked for would be recent enough, whatever the closing day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 1, max: 5000 }), (age, later) => {
        const on = addDays(today, later);
        const closedOn = addDays(today, -age);
        const figures = figuresOn(on, closedOn, 18);
        if (figures.known) return;
        const asked = addMonths(closedOn, 12 * (figures.missingYear - Number(closedOn.slice(0, 4))));
        expect([closedOn, on, figuresOn(on, asked, 18).known]).toEqual([closedOn, on, true]);
      }),
      { numRuns: 2000 },
    );
  });
});
