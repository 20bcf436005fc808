import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from '@jest/globals';

interface Test {
  readonly path: string;
  readonly context: object;
}
interface Sequencer {
  sort(tests: readonly Test[]): Promise<Test[]>;
}
const SlowFirst = createRequire(import.meta.url)('../src/jest-slow-first.cjs') as {
  new (options: object): Sequencer;
  slowPlaces: string[];
};

const root = path.resolve(import.meta.dirname, '../../..');
const context = { config: { rootDir: root, id: 'order', cacheDirectory: '/nowhere' }, hasteFS: { getSize: () => 1 } };

test('what takes longest starts first, in the order of the list, and everything else after it', async () => {
  const files = ['services/membership/test/dues', 'gateway/test/journeys/traces', 'infra/chaos/test/judge', 'infra/chaos/test/teeth'];
  const tests = files.map((file) => ({ path: path.join(root, `${file}.test.ts`), context }));
  const sorted = await new SlowFirst({}).sort(tests);
  expect(sorted.map((one) => path.relative(root, one.path).replace('.test.ts', ''))).toEqual([
    'infra/chaos/test/teeth',
    'gateway/test/journeys/traces',
    'infra/chaos/test/judge',
    'services/membership/test/dues',
  ]);
});

test.each(SlowFirst.slowPlaces)('%s is a place where tests are', (place) => {
  const folder = path.dirname(`${place}x`);
  const tests = readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.test.ts'));
  expect(tests.filter((name) => `${folder}/${name}`.startsWith(place))).not.toEqual([]);
});
