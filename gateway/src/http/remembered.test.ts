import { expect, test } from '@jest/globals';
import { remembered } from './remembered.ts';

function counted() {
  const seen: (string | undefined)[] = [];
  const length = remembered((header) => {
    seen.push(header);
    return header?.length ?? 0;
  });
  return { seen, length };
}

test('a form of a header is read once, its absence too', () => {
  const { seen, length } = counted();
  expect([length('ab'), length(undefined), length('ab'), length(undefined), length('abc')]).toEqual([2, 0, 2, 0, 3]);
  expect(seen).toEqual(['ab', undefined, 'abc']);
});

test('invented forms do not fill the memory: long ones are not kept, and of many only the last', () => {
  const { seen, length } = counted();
  const long = 'x'.repeat(201);
  expect([length(long), length(long)]).toEqual([201, 201]);
  for (let n = 0; n < 100; n += 1) length(`form ${n}`);
  const before = seen.length;
  length('form 99');
  expect(seen.length).toBe(before);
  length('one more');
  length('form 99');
  expect(seen.length).toBe(before + 2);
});
