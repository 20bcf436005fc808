import { parseArgs } from 'node:util';
import { services } from '@leader/local-stack/stack/services';
import { startStack } from '@leader/local-stack/stack/start-stack';
import { FaultyNetwork } from './faulty-network.ts';
import { faults } from './faulty-proxy.ts';
import { randomFrom } from './random.ts';
import { tryFault } from './try-faults.ts';
import { workloads } from './workloads.ts';

/** Of the leaves that a fault has no part in, at least this share comes as always. */
const goal = 0.999;

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new Error('--seed is a whole number.');
const random = randomFrom(seed);

const stack = await startStack({ fixedToday: '2026-11-23', logLevel: 'warn' });
const network = await FaultyNetwork.start(stack, seed);
let [unaffected, kept, answers, violated] = [0, 0, 0, 0];
try {
  const runs = (await workloads()).flatMap((workload) =>
    services.flatMap((service) => faults.map((fault) => ({ workload, service, fault }))),
  );
  // Another order with each seed: what one fault leaves behind must not help or hurt the next.
  const order = runs.map((run) => ({ run, at: random() })).sort((left, right) => left.at - right.at);
  for (const { run } of order) {
    const outcome = await tryFault(network, run.workload, run.service, run.fault);
    unaffected += outcome.unaffected;
    kept += outcome.kept;
    answers += outcome.answers;
    violated += outcome.violations.length;
    for (const violation of new Set(outcome.violations)) console.log(`✗ ${run.workload.name}, ${run.service} ${run.fault}: ${violation}`);
  }
} finally {
  await network.close();
  await stack.close();
}
const share = kept / unaffected;
console.log(`seed ${seed}: ${answers} answers under ${faults.length} faults × ${services.length} subgraphs; ${violated} violations`);
console.log(`unaffected fields: ${kept} of ${unaffected} came as always (${(share * 100).toFixed(3)} %, goal ${goal * 100} %)`);
process.exitCode = violated === 0 && share >= goal ? 0 : 1;
