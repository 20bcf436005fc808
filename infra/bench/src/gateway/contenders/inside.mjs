import { Session } from 'node:inspector/promises';

// Loaded into a gateway before its own code, so that the bench can ask what no one sees from outside. Needs --expose-gc.
const session = new Session();
session.connect();

const answers = {
  memory: () => {
    globalThis.gc?.();
    return process.memoryUsage();
  },
  'start profile': async () => {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 200 });
    await session.post('Profiler.start');
    return 'started';
  },
  'stop profile': async () => (await session.post('Profiler.stop')).profile,
};

process.on('message', async (question) => process.send?.(await answers[question]?.()));
process.channel?.unref();
