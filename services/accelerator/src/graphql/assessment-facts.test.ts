import { describe, expect, test } from '@jest/globals';
import { albiCompany, statedAlbiCompany } from '../../test/builders.ts';
import { readAssessmentFacts } from './assessment-facts.ts';

describe('What the membership service states about a company', () => {
  test('is read as it is', () => {
    expect(readAssessmentFacts(statedAlbiCompany())).toEqual(albiCompany());
  });

  test('may be unknown, and then stays unknown', () => {
    const stated = statedAlbiCompany({
      foundedOn: null,
      closedOn: null,
      turnover: null,
      currency: null,
      figuresSource: null,
      sizeCategory: 'UNKNOWN',
      possibleSizeCategories: [],
    });
    expect(readAssessmentFacts(stated)).toMatchObject({
      foundedOn: null,
      closedOn: null,
      turnover: null,
      possibleSizes: ['MIC', 'PME', 'ETI', 'GE'],
    });
  });

  test('may leave several sizes possible', () => {
    expect(
      readAssessmentFacts(statedAlbiCompany({ sizeCategory: 'UNKNOWN', possibleSizeCategories: ['MIC', 'PME'] })).possibleSizes,
    ).toEqual(['MIC', 'PME']);
  });

  test.each([
    [{ membershipStatus: 'FRIEND' }],
    [{ membershipStatus: null }],
    [{ foundedOn: '1998' }],
    [{ closedOn: undefined }],
    [{ turnover: 4000000 }],
    [{ turnover: '4.0 M€' }],
    [{ currency: 'FRF€' }],
    [{ sizeCategory: 'TPE' }],
    [{ sizeCategory: 'UNKNOWN', possibleSizeCategories: ['TPE'] }],
    [{ inCollectiveProceedings: 'no' }],
    [{ inCollectiveProceedings: undefined }],
  ])('is refused as a fault of ours, never read as "unknown", when it is not as agreed: %j', (difference) => {
    expect(() => readAssessmentFacts(statedAlbiCompany(difference))).toThrow(/is not as agreed/);
  });
});
