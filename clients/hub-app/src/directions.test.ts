import { describe, expect, test } from '@jest/globals';
import type { Position, WhoLooksWhere } from './answer.ts';
import { directionOf } from './directions.ts';

const company = {
  legalName: 'Sebou Câbles SARL',
  tradeName: null,
  town: 'Kénitra',
  department: null,
  activities: [{ label: null }, { label: 'Câbles' }],
  homeBranch: { name: 'Leader Maroc' },
};
const position = (changed: Partial<Position> = {}): Position => ({
  ...{ id: 'position_1', kind: 'AGENT', city: 'Albi', department: '81', since: '2024-01-01', company },
  ...{ openToCalls: true, lastConfirmedOn: '2026-10-01', status: 'CURRENT' },
  ...changed,
});
const branches = [
  { code: 'tarn', kind: 'LOCAL', name: 'Antenne du Tarn', departments: ['81'] },
  { code: 'nimes', kind: 'LOCAL', name: 'Antenne de Nîmes', departments: ['30'] },
] as const;

function answerWith(nodes: readonly Position[], changed: Partial<WhoLooksWhere> = {}) {
  const page = { edges: nodes.map((node) => ({ node })), pageInfo: { hasNextPage: true, endCursor: 'next' } };
  const destination = { name: 'Maroc', hub: null, house: null, positionsInOccitanie: page, positions: null };
  return { data: { branches, destination, ...changed }, errors: [] };
}

function listed(nodes: readonly Position[], changed: Partial<WhoLooksWhere> = {}) {
  const direction = directionOf(answerWith(nodes, changed), 'positionsInOccitanie');
  if (direction.state !== 'LISTED') throw new Error(direction.state);
  return direction;
}

describe('a list', () => {
  test('shows who is where, the branch nearby, and where the list goes on', () => {
    const { presences, nextPage, namesAreMissing } = listed([position()]);
    expect(presences[0]).toMatchObject({
      company: 'Sebou Câbles SARL',
      activity: 'Câbles',
      memberOf: 'Leader Maroc',
      place: { town: 'Albi', department: '81' },
      branches: ['Antenne du Tarn'],
      isStale: false,
    });
    expect([nextPage, namesAreMissing]).toEqual(['next', false]);
  });

  test('prefers the name that people know', () => {
    expect(listed([position({ company: { ...company, tradeName: 'Sebou' } })]).presences[0]?.company).toBe('Sebou');
  });

  test('says which presence nobody confirmed for a year', () => {
    expect(listed([position({ status: 'STALE' })]).presences[0]?.isStale).toBe(true);
  });

  test('shows places without names while the directory is silent', () => {
    const { presences, namesAreMissing } = listed([position({ company: null })], { branches: null });
    expect(presences[0]).toMatchObject({ company: null, seat: null, memberOf: null, branches: [], place: { town: 'Albi' } });
    expect(namesAreMissing).toBe(true);
  });
});

describe('a list that is not there', () => {
  const error = (code: string, ...path: string[]) => ({ message: 'x', path, extensions: { code } });
  const state = (error: object) => directionOf({ data: { branches, destination: null }, errors: [error as never] }, 'positions').state;

  test('is unavailable when its service is', () => {
    expect(state(error('SUBGRAPH_UNAVAILABLE', 'destination'))).toBe('UNAVAILABLE');
    expect(directionOf({ data: null, errors: [] }, 'positions').state).toBe('UNAVAILABLE');
  });

  test('was refused when the reader’s place in it is none, and not when that of the other list is none', () => {
    expect(state(error('BAD_USER_INPUT', 'destination', 'positions'))).toBe('REFUSED');
    expect(state(error('BAD_USER_INPUT', 'destination', 'positionsInOccitanie'))).toBe('UNAVAILABLE');
  });
});
