import { describe, expect, test } from '@jest/globals';
import { ExaminedDocuments } from './examined-documents.ts';
import { limitSettings, requestLimits } from './limit-settings.ts';

type Settings = Parameters<typeof requestLimits>[0];
const settings = Object.fromEntries(Object.entries(limitSettings).map(([name, setting]) => [name, setting.parse(undefined)])) as Settings;
const usual = requestLimits(settings);

describe('examined documents', () => {
  test('pass when they are within every limit, with their variables', () => {
    const documents = new ExaminedDocuments(usual);
    expect(documents.refusalOf({ query: 'query ($a: ID) { a(id: $a) }', variables: { a: '1' } })).toBeUndefined();
    expect(documents.refusalOf({ query: '{ a }' })).toBeUndefined();
  });

  test('that are no GraphQL are left to whoever says where', () => {
    expect(new ExaminedDocuments(usual).refusalOf({ query: '{ a', variables: { a: '\0' } })).toBeUndefined();
  });

  test('are refused each time, for the document, the operation and the variables of that time', () => {
    const documents = new ExaminedDocuments({ ...usual, document: { ...usual.document, rootFields: 2 } });
    for (const _time of ['first', 'second']) {
      expect(documents.refusalOf({ query: '{ a b c }' })?.message).toMatch(/at the root/);
      expect(documents.refusalOf({ query: 'query A { a } query B { b }', operationName: 'C' })?.message).toMatch(/operationName/);
      expect(documents.refusalOf({ query: 'query A { a } query B { b }', operationName: 'B' })).toBeUndefined();
      expect(documents.refusalOf({ query: '{ a }', variables: { text: '\0' } })?.message).toMatch(/NUL/);
    }
  });

  test('let a fault of ours through as what it is', () => {
    const documents = new ExaminedDocuments(usual);
    const broken = {
      query: '{ a }',
      variables: {
        get a(): unknown {
          throw new RangeError('ours');
        },
      },
    };
    expect(() => documents.refusalOf(broken)).toThrow(RangeError);
  });
});

describe('the limits of a request', () => {
  test('are those that the settings name', () => {
    const numbered = Object.fromEntries(Object.keys(limitSettings).map((name, index) => [name, index + 1])) as Settings;
    expect(requestLimits(numbered)).toEqual({
      document: {
        tokens: 1,
        depth: 2,
        selections: 3,
        aliases: 4,
        rootFields: 5,
        rootMutationFields: 6,
        repetitions: 7,
        directives: 8,
        introspectionDepth: 9,
      },
      variables: { values: 10, depth: 11, listLength: 12, textLength: 13 },
    });
  });

  test('are whole numbers from one to a million', () => {
    for (const setting of Object.values(limitSettings)) {
      expect(setting.parse('1')).toBe(1);
      expect(setting.parse('1000000')).toBe(1_000_000);
      for (const wrong of ['0', '1000001', '1.5', 'many']) expect(setting.safeParse(wrong).success).toBe(false);
    }
  });
});
