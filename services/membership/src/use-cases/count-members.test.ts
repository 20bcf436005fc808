import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { countMembers } from './count-members.ts';
import type { BranchView } from './views.ts';

const today = '2026-11-23' as LocalDate;
const later = '2027-01-01' as LocalDate;
const days = ['2009-11-23' as LocalDate, today, later, null] as const;

function branch(number: number, change: Partial<BranchView>): BranchView {
  return {
    ...{ id: `${number}`, code: `b${number}`, kind: 'LOCAL', nameFr: '', nameEn: '', country: 'FR', town: 'Albi' },
    ...{ plannedOn: null, openedOn: null, currency: 'EUR', timeZone: 'Europe/Paris', languages: ['fr'] },
    ...{ departments: ['81'], grewFrom: null, transferBasis: null },
    ...change,
  };
}

describe('the members of the network', () => {
  test('are those of its branches, and those of the east and the west, whatever the dates of a branch say (M11)', () => {
    const any = fc.record({
      kind: fc.constantFrom('LOCAL', 'HUB'),
      plannedOn: fc.constantFrom(...days),
      openedOn: fc.constantFrom(...days),
      departments: fc.constantFrom(['81'], ['30'], ['34'], ['12']),
      count: fc.nat(300),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (drawn) => {
        const branches = drawn.map(({ count: _, ...change }, index) => branch(index, change as Partial<BranchView>));
        const active = new Map(drawn.map(({ count }, index) => [`${index}`, count]));
        const counts = countMembers(branches, active, today);
        expect(counts.byBranch.reduce((sum, { count }) => sum + count, 0)).toBe(counts.total);
        expect(counts.east + counts.west).toBe(counts.total);
        expect(counts.total + counts.hubMembers).toBe(drawn.reduce((sum, { count }) => sum + count, 0));
      }),
    );
  });

  test('a branch that is open is shown without members, too, and one to come only with members', () => {
    const branches = [branch(0, { openedOn: today }), branch(1, { plannedOn: today }), branch(2, { openedOn: later })];
    const shown = (active: [string, number][]) => countMembers(branches, new Map(active), today).byBranch.map(({ branch: { id } }) => id);
    expect(shown([])).toEqual(['0']);
    expect(shown([['2', 1]])).toEqual(['0', '2']);
  });
});
