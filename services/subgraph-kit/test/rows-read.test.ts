import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../src/testing/test-database.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: (options?: { type: 'minor' }) => void = runInNewContext('gc');

let library: TestDatabase;
beforeAll(async () => {
  library = await openTestDatabase({ name: 'library', rows: [], migrations: [] });
});
afterAll(() => library?.drop());

const megabyte = 1024 * 1024;

test('rows that were read and are needed no more go with the next small collections of garbage, and wait for no large one', async () => {
  const readOften = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      const rows = await library.database.query<{ text: string }>(
        "SELECT n, repeat('x', 1000) || n AS text FROM generate_series(1, 100) AS n",
      );
      expect(rows).toHaveLength(100);
      if (time % 5 === 0) collectGarbage({ type: 'minor' });
    }
  };
  await readOften(20);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  // 40 MB.
  await readOften(400);
  for (const _time of [1, 2, 3]) collectGarbage({ type: 'minor' });
  const kept = (process.memoryUsage().heapUsed - before) / megabyte;
  expect(kept).toBeLessThan(10);
});
