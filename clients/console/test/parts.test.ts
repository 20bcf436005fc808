import { describe, expect, it } from '@jest/globals';
import { type GraphFault, partOf, refusalOf, troubleOf } from '../src/export-question/parts.ts';

const fault = (path: (string | number)[] | undefined, code = 'SUBGRAPH_UNAVAILABLE'): GraphFault => ({
  message: 'It does not answer.',
  path,
  extensions: { code },
});

describe('What became of a part of the answer', () => {
  it('is whole when nothing went wrong in it', () => {
    expect(partOf([1], [fault(['company', 'fundFit'])], ['destination', 'reviews'])).toEqual({ state: 'whole', value: [1] });
  });

  it('is lost when it did not come and an error says so', () => {
    expect(partOf(null, [fault(['destination', 'reviews'])], ['destination', 'reviews'])).toMatchObject({
      state: 'lost',
      trouble: 'unavailable',
    });
  });

  it('is lost with what contains it', () => {
    expect(partOf(undefined, [fault(['company'])], ['company', 'fundFit'])).toMatchObject({ state: 'lost' });
  });

  it('has holes when an error lies deeper, and stands nevertheless', () => {
    const names = fault(['destination', 'positions', 'edges', 3, 'node', 'company']);
    expect(partOf({ edges: [] }, [names], ['destination', 'positions'])).toMatchObject({ state: 'holes', value: { edges: [] } });
  });

  it('is not touched by an error of a neighbour whose name begins alike', () => {
    expect(partOf([], [fault(['destination', 'positionsInOccitanie'])], ['destination', 'positions'])).toMatchObject({ state: 'whole' });
  });

  it('is none, and not lost, when nothing is there and nothing went wrong', () => {
    expect(partOf(null, [], ['company'])).toEqual({ state: 'none' });
  });

  it('says first that a domain does not answer, when other things went wrong as well', () => {
    const faults = [fault(['company', 'gaps'], 'NOT_FOUND'), fault(['company', 'fundFit'])];
    expect(partOf({}, faults, ['company'])).toMatchObject({ state: 'holes', trouble: 'unavailable' });
  });
});

describe('What an error is to a reader', () => {
  it('tells a missing right from silence', () => {
    expect(troubleOf(fault([], 'FORBIDDEN'))).toBe('not-allowed');
    expect(troubleOf(fault([], 'NOT_FOUND'))).toBe('not-found');
    expect(troubleOf(fault([], 'DEADLINE_EXCEEDED'))).toBe('unavailable');
  });

  it('concerns the whole question only when it has no place in the answer', () => {
    expect(refusalOf([fault(['fund'])])).toBeUndefined();
    expect(refusalOf([fault(['fund']), fault(undefined, 'BAD_USER_INPUT')])).toMatchObject({ path: undefined });
  });
});
