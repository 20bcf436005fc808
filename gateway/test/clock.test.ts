import { afterAll, afterEach, beforeAll, describe, test } from '@jest/globals';
import { MemoryBucket } from '../src/cost/memory-bucket.ts';
import { eventually } from './support/eventually.ts';
import { library } from './support/library.ts';
import { SmallNetwork } from './support/small-network.ts';

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start(library, { BREAKER_WINDOW: '2', BREAKER_REST: '50' });
});
afterAll(() => network.close());

const wallClock = Date.now;
const hour = 3_600_000;
const setBack = () => {
  Date.now = () => wallClock() - hour;
};
afterEach(() => {
  Date.now = wallClock;
  network.reset();
});

describe('when the clock of the machine is set back by an hour', () => {
  test('a subgraph that was left alone is asked again after its rest', async () => {
    network.subgraph('books').fault = (_request, response) => void response.destroy();
    await eventually(async () => {
      await network.ask('{ echo }');
      return network.logged.some((line) => line.includes('nothing is sent to it'));
    });
    setBack();
    network.subgraph('books').fault = undefined;
    await eventually(async () => (await network.ask('{ echo(text: "x") }')).data?.echo === 'x');
  });

  test('whoever has spent all points gets them back in time', async () => {
    const bucket = new MemoryBucket({ size: 10, restoreRate: 100 }, 10);
    bucket.spend('one', 10);
    setBack();
    await eventually(() => bucket.take('one', 10).isTaken);
  });

  test('the gateway says that it is ready as soon as all parts are', async () => {
    const status = async () => (await fetch(`${network.url}/health/ready`)).status;
    network.subgraph('stock').isReady = false;
    await eventually(async () => (await status()) === 503);
    setBack();
    network.subgraph('stock').isReady = true;
    await eventually(async () => (await status()) === 200);
  });
});
