import { withOurGateway } from '../gateway/alone.ts';
import type { Running } from '../gateway/contenders/start.ts';
import { Judge } from '../gateway/load/answers.ts';
import type { Setting } from '../gateway/setting.ts';
import { rounded } from '../measuring/figures.ts';
import { memoryOf } from '../measuring/processor-time.ts';
import { keepResult } from '../measuring/results.ts';
import { type Asked, capacityOf, sendOpenly } from './open-loop.ts';
import { type Step, shortcomings, stepOf } from './step.ts';

/** The last one shows whether it comes back to itself. */
const rates = [0.8, 1.5, 2, 4, 0.8];
const connections = 900;
/** Under way at the same time while the capacity is found. */
const atOnce = 8;
/** In seconds. */
const warmUp = 4;

/** What our gateway does with more than it can. @returns whether it does it well */
export async function benchSaturation(seconds: number): Promise<boolean> {
  // Deadlines as in production: who waits too long is part of what is looked at.
  const overrides = { REQUEST_TIMEOUT: undefined, FETCH_TIMEOUT: undefined, ADMISSION_PATIENCE: undefined };
  return withOurGateway({ connections, overrides }, async (running, setting, machine) => {
    const asked = { poster: running.poster, judge: new Judge(setting.right), headers: await headersOf(setting) };
    await capacityOf(asked, atOnce, warmUp);
    const capacity = rounded(await capacityOf(asked, atOnce, seconds), 1);
    console.log(`capacity: ${capacity} requests a second of the heavy operation`);
    const steps: Step[] = [];
    for (const times of rates) steps.push(await step(running, setting, capacity, times, seconds));
    const said = shortcomings(capacity, steps);
    for (const sentence of said) console.log(sentence);
    keepResult('saturation', machine, { capacity, seconds, steps, shortcomings: said });
    return said.length === 0;
  });
}

async function headersOf(setting: Setting): Promise<Asked['headers']> {
  return { interactive: await setting.headers('interactive'), batch: await setting.headers('batch') };
}

async function step({ pid, poster }: Running, setting: Setting, capacity: number, times: number, seconds: number): Promise<Step> {
  const asked = { poster, judge: new Judge(setting.right), headers: await headersOf(setting) };
  const sent = await sendOpenly(asked, times * capacity, seconds);
  const seen = stepOf(times, seconds, sent, memoryOf(pid).now);
  const { useful, shed, partial, failed, rightP50, rightP99, shedP99, interactive, resident } = seen;
  console.log(
    `${times} × capacity: ${useful} right a second (p50 ${rightP50} ms, p99 ${rightP99} ms), ${shed} refused (p99 ${shedP99} ms), ${partial} partial, ${failed} failed; interactive ${interactive}; ${resident} MB`,
  );
  return seen;
}
