import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { endTie, type NetworkTie, recordTie } from './network-tie.ts';
import { type ResponsibilityFact, recordResponsibility } from './responsibility.ts';
import { joinUndertaking, leaveUndertaking } from './undertaking.ts';

const today = '2026-11-23' as LocalDate;
const yesterday = '2026-11-22' as LocalDate;
const tomorrow = '2026-11-24' as LocalDate;
const reasonOf = (decision: { accepted: boolean; reason?: string }) => (decision.accepted ? 'taken' : decision.reason);

describe('a single undertaking', () => {
  const alone = { companyId: 'a', groupId: null };
  const other = { companyId: 'b', groupId: null };

  test('begins with two companies, and takes in whoever joins one of them', () => {
    expect(joinUndertaking(alone, other, 'new')).toEqual({ accepted: true, facts: { groupId: 'new' } });
    expect(joinUndertaking(alone, { ...other, groupId: 'g' }, 'new')).toEqual({ accepted: true, facts: { groupId: 'g' } });
  });

  test('is not joined twice, nor with oneself, nor out of another one', () => {
    expect(reasonOf(joinUndertaking(alone, alone, 'new'))).toBe('SAME_COMPANY');
    expect(reasonOf(joinUndertaking({ ...alone, groupId: 'g' }, { ...other, groupId: 'g' }, 'new'))).toBe('JOINED_ALREADY');
    expect(reasonOf(joinUndertaking({ ...alone, groupId: 'g' }, { ...other, groupId: 'h' }, 'new'))).toBe('IN_ANOTHER_UNDERTAKING');
    expect(reasonOf(joinUndertaking({ ...alone, groupId: 'g' }, other, 'new'))).toBe('IN_ANOTHER_UNDERTAKING');
    expect(reasonOf(leaveUndertaking(alone))).toBe('IN_NO_UNDERTAKING');
    expect(reasonOf(leaveUndertaking({ ...alone, groupId: 'g' }))).toBe('taken');
  });

  test('whoever joins whom in whatever order: a company is in one at most, and those it was linked with share it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5))), (steps) => {
        const groups = new Map<number, string | null>(Array.from({ length: 6 }, (_, company) => [company, null]));
        steps.forEach(([one, two], step) => {
          const part = (company: number) => ({ companyId: String(company), groupId: groups.get(company) ?? null });
          const decision = joinUndertaking(part(one), part(two), `group ${step}`);
          if (!decision.accepted) return;
          groups.set(one, decision.facts.groupId).set(two, decision.facts.groupId);
          const sizes = [...groups.values()].filter((group) => group === decision.facts.groupId).length;
          expect(sizes).toBeGreaterThan(1);
        });
        for (const group of new Set(groups.values()))
          if (group !== null) expect([...groups.values()].filter((one) => one === group).length).toBeGreaterThan(1);
      }),
    );
  });
});

describe('another network or a cluster', () => {
  const tie: NetworkTie = { kind: 'CLUSTER', name: 'Grappe Aéro Tarnaise', since: yesterday, until: null };

  test('is named, has begun, and is known once however it is written', () => {
    expect(reasonOf(recordTie([], tie, today))).toBe('taken');
    expect(reasonOf(recordTie([], { ...tie, since: null }, today))).toBe('taken');
    expect(reasonOf(recordTie([], { ...tie, name: '' }, today))).toBe('TIE_UNNAMED');
    expect(reasonOf(recordTie([], { ...tie, since: tomorrow }, today))).toBe('SINCE_IN_THE_FUTURE');
    expect(reasonOf(recordTie([tie], { ...tie, name: 'GRAPPE AERO TARNAISE' }, today))).toBe('TIE_KNOWN_ALREADY');
    expect(reasonOf(recordTie([{ ...tie, until: yesterday }], tie, today))).toBe('taken');
  });

  test('ends once, not tomorrow, and not before it began', () => {
    expect(reasonOf(endTie(tie, today, today))).toBe('taken');
    expect(reasonOf(endTie(tie, yesterday, today))).toBe('taken');
    expect(reasonOf(endTie({ ...tie, until: yesterday }, today, today))).toBe('ENDED_ALREADY');
    expect(reasonOf(endTie(tie, tomorrow, today))).toBe('UNTIL_IN_THE_FUTURE');
    expect(reasonOf(endTie(tie, '2026-11-21' as LocalDate, today))).toBe('ENDS_BEFORE_IT_BEGINS');
  });
});

describe('what a company does for people and the environment', () => {
  const score: ResponsibilityFact = {
    kind: 'IMPACT_SCORE',
    score: 61.5,
    name: null,
    statedOn: yesterday,
    validUntil: tomorrow,
    source: 'DECLARED',
  };
  const label: ResponsibilityFact = { ...score, kind: 'LABEL', score: null, name: 'Atelier sobre' };
  test.each<[string, ResponsibilityFact, boolean, string]>([
    ['an Impact Score', score, true, 'taken'],
    ['an Impact Score of 0', { ...score, score: 0 }, true, 'taken'],
    ['an Impact Score of 100', { ...score, score: 100 }, true, 'taken'],
    ['an Impact Score of more than 100', { ...score, score: 100.1 }, true, 'SCORE_OUT_OF_RANGE'],
    ['a negative Impact Score', { ...score, score: -0.1 }, true, 'SCORE_OUT_OF_RANGE'],
    ['an Impact Score without a score', { ...score, score: null }, true, 'SCORE_MISSING'],
    ['a VSME report', { ...score, kind: 'VSME_BASIC', score: null }, true, 'taken'],
    ['a VSME report with a score', { ...score, kind: 'VSME_BASIC' }, true, 'SCORE_WITHOUT_IMPACT_SCORE'],
    ['a label', label, true, 'taken'],
    ['a label without a name', { ...label, name: null }, true, 'LABEL_UNNAMED'],
    ['a named Impact Score', { ...score, name: 'Atelier sobre' }, true, 'NAME_WITHOUT_LABEL'],
    ['what counts from tomorrow', { ...score, statedOn: tomorrow }, true, 'STATED_IN_THE_FUTURE'],
    ['what ended before it counted', { ...score, validUntil: '2026-11-21' as LocalDate }, true, 'VALID_UNTIL_BEFORE_STATED'],
    ['what counts for one day', { ...score, validUntil: yesterday }, true, 'taken'],
    ['what it calls audited itself', { ...score, source: 'AUDITED' }, true, 'SOURCE_NOT_YOURS'],
    ['what its branch knows to be audited', { ...score, source: 'AUDITED' }, false, 'taken'],
  ])('%s', (_, fact, isTheCompany, answer) => {
    expect(reasonOf(recordResponsibility(fact, { isTheCompany }, today))).toBe(answer);
  });
});
