import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Position } from './position.ts';

const day = (text: string) => text as LocalDate;
const today = day('2026-11-23');

function position(differing: { openToCalls?: boolean; lastConfirmedOn?: string; closedOn?: string } = {}): Position {
  return new Position({
    companyId: 'the holder',
    openToCalls: differing.openToCalls ?? true,
    lastConfirmedOn: day(differing.lastConfirmedOn ?? '2026-09-01'),
    closedOn: differing.closedOn ? day(differing.closedOn) : null,
  });
}

describe('a position abroad', () => {
  test('is current while it was confirmed within twelve months, to the day', () => {
    expect(position({ lastConfirmedOn: '2025-11-23' }).statusOn(today)).toBe('CURRENT');
    expect(position({ lastConfirmedOn: '2025-11-22' }).statusOn(today)).toBe('STALE');
  });

  test('is closed from its closing day on, however lately it was confirmed', () => {
    expect(position({ closedOn: '2026-11-23' }).statusOn(today)).toBe('CLOSED');
    expect(position({ closedOn: '2026-11-24' }).statusOn(today)).toBe('CURRENT');
  });

  test('may be asked about by another company when its holder takes calls', () => {
    expect(position().mayBeAskedBy('another company', today)).toBe('MAY_ASK');
  });

  test('may be asked about by staff, who have no company', () => {
    expect(position().mayBeAskedBy(undefined, today)).toBe('MAY_ASK');
  });

  test('is nothing to call oneself about', () => {
    expect(position().mayBeAskedBy('the holder', today)).toBe('OWN_POSITION');
    expect(position({ openToCalls: false }).mayBeAskedBy('the holder', today)).toBe('OWN_POSITION');
  });

  test('cannot be asked about when its holder takes no calls', () => {
    expect(position({ openToCalls: false }).mayBeAskedBy('another company', today)).toBe('CLOSED_TO_CALLS');
    expect(position({ openToCalls: false, lastConfirmedOn: '2020-01-01' }).mayBeAskedBy('another company', today)).toBe('CLOSED_TO_CALLS');
  });

  test('cannot be asked about when nobody confirmed it lately, or when it is closed', () => {
    expect(position({ lastConfirmedOn: '2025-11-22' }).mayBeAskedBy('another company', today)).toBe('NOT_CONFIRMED_LATELY');
    expect(position({ closedOn: '2026-01-01' }).mayBeAskedBy('another company', today)).toBe('NOT_CONFIRMED_LATELY');
  });
});
