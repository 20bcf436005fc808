import { describe, expect, test } from '@jest/globals';
import type { operations } from '../src/gateway/graph/operations.ts';
import { findRightAnswers, Judge, type RightAnswers, WrongAnswer } from '../src/gateway/load/answers.ts';

const data = { topProducts: [{ upc: 'p0-0', name: 'Établi' }] };
const right: RightAnswers = new Map([['middle 0', data]]);

const reply = (body: unknown, status = 200) => ({ status, bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) });

function answered(...replies: ReturnType<typeof reply>[]): () => void {
  const judge = new Judge(right);
  return () => {
    for (const one of replies) judge.look('middle', 0, one);
  };
}

describe('an answer counts only when it is right', () => {
  test('the right data are taken, in any order of fields, with extensions or without', () => {
    expect(answered(reply({ data }), reply({ data, extensions: { cost: 1 } }), reply({ data, extensions: { cost: 2 } }))).not.toThrow();
    expect(answered(reply({ extensions: {}, data: { topProducts: [{ name: 'Établi', upc: 'p0-0' }] } }))).not.toThrow();
  });

  test.each([
    ['another value', { data: { topProducts: [{ upc: 'p0-0', name: 'Etabli' }] } }],
    ['a field too few', { data: { topProducts: [{ upc: 'p0-0' }] } }],
    ['a field too many', { data: { topProducts: [{ upc: 'p0-0', name: 'Établi', price: 1 }] } }],
    ['nothing', { data: null }],
    ['an error beside the right data', { data, errors: [{ message: 'no' }] }],
    ['something that is no part of an answer', { data, more: 1 }],
  ])('%s is refused', (_what, body) => {
    expect(answered(reply(body))).toThrow(WrongAnswer);
    // Also from one who was right until now.
    expect(answered(reply({ data }), reply(body))).toThrow(WrongAnswer);
  });

  test('the right data under another status, and what is no JSON, are refused', () => {
    expect(answered(reply({ data }, 500))).toThrow(WrongAnswer);
    expect(answered(reply('<html>'))).toThrow('no JSON came, with status 200: <html>');
  });

  test('what is wrong is said, with its place', () => {
    const differs = (body: object) => answered(reply(body));
    expect(differs({ data: { topProducts: [{ upc: 'p0-0', name: null }] } })).toThrow(
      '"middle 0" was answered wrongly: data.topProducts.0.name is null, and ought to be "Établi"',
    );
    expect(differs({ data: { topProducts: [{ upc: 'p0-0' }] } })).toThrow('data.topProducts.0.name is missing, and ought to be "Établi"');
    expect(differs({ data: { topProducts: [] } })).toThrow('data.topProducts.0 is missing');
  });

  test('an answer to another question is refused', () => {
    const judge = new Judge(new Map([...right, ['middle 1', { topProducts: [] }]]));
    judge.look('middle', 0, reply({ data }));
    expect(() => judge.look('middle', 1, reply({ data }))).toThrow(WrongAnswer);
  });

  test('the heavy operation asks for some 78 KB and the middle one for some 4 KB, and no two pages are alike', async () => {
    const answers = await findRightAnswers();
    const texts = [...answers].map(([question, answer]) => ({ question, text: JSON.stringify(answer) }));
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
    const sizes = (operation: keyof typeof operations) =>
      texts.filter(({ question }) => question.startsWith(operation)).map(({ text }) => text.length / 1_000);
    expect(Math.min(...sizes('heavy'))).toBeGreaterThan(70);
    expect(Math.max(...sizes('heavy'))).toBeLessThan(86);
    expect(Math.min(...sizes('middle'))).toBeGreaterThan(3.5);
    expect(Math.max(...sizes('middle'))).toBeLessThan(5);
  });
});
