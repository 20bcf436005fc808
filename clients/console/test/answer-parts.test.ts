import { describe, expect, it } from '@jest/globals';
import { answerParts, gapsOf } from '../src/export-question/answer-parts.ts';
import type { GraphFault } from '../src/export-question/parts.ts';
import { silentSections } from '../src/export-question/silent-sections.ts';

const nothing = { company: null, destination: null, programs: null, fund: null };
const silence = (...path: string[]): GraphFault => ({ message: 'It does not answer.', path, extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });

describe('The sections that do not answer', () => {
  it('are all those of a stopped domain, and no other', () => {
    expect(silentSections(answerParts(nothing, [silence('destination')]))).toEqual(['place', 'people', 'premises', 'reviews']);
    expect(silentSections(answerParts(nothing, [silence('programs'), silence('company', 'acceleratorEligibility')]))).toEqual([
      'accelerators',
    ]);
  });

  it('are none when a company has yet to be chosen', () => {
    const refused: GraphFault = { message: 'Say which company.', path: ['company'], extensions: { code: 'BAD_USER_INPUT' } };
    expect(silentSections(answerParts(nothing, [refused]))).toEqual([]);
  });
});

describe('What nobody knows', () => {
  it('is said once, where it is first met', () => {
    const stale = { code: 'FIGURES_MISSING', message: 'The figures of 2025 are missing.' };
    const parts = answerParts({ ...nothing, company: { gaps: [stale], fundFit: { gaps: [stale] } } } as never, []);
    expect(gapsOf(parts)).toMatchObject({ company: [stale.message], fund: [] });
  });
});
