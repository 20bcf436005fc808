import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ProbeReport } from '../checks/b7-probe.ts';

const perSecond = 20;

/** Lets a well-behaved client ask beside the attack; the answer stops it and tells how it was. */
export function probeBeside(url: string): () => Promise<ProbeReport> {
  const worker = new Worker(path.join(import.meta.dirname, 'probe.mjs'), { workerData: { url, perSecond } });
  return async () => {
    const report = new Promise<ProbeReport>((resolve, reject) => worker.once('message', resolve).once('error', reject));
    worker.postMessage('stop');
    try {
      return await report;
    } finally {
      await worker.terminate();
    }
  };
}
