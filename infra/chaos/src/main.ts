import { parseArgs } from 'node:util';
import { leaveOnSignal } from '@leader/local-stack/processes/leave-on-signal';
import { services } from '@leader/local-stack/stack/services';
import { startStack } from '@leader/local-stack/stack/start-stack';
import { FaultyNetwork } from './faulty-network.ts';
import { faults } from './faulty-proxy.ts';
import { randomFrom } from './random.ts';
import { keepResult } from './result.ts';
import { tryChange } from './try-changes.ts';
import { tryFault } from './try-faults.ts';
import { workloads } from './workloads.ts';

/** Of the leaves that a fault has no part in, at least this share comes as always. */
const goal = 0.999;
const changesPerFault = 3;

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new Error('--seed is a whole number.');
const random = randomFrom(seed);

const stack = await startStack({ fixedToday: '2026-11-23', logLevel: 'warn' });
leaveOnSignal(() => stack.close());
const network = await FaultyNetwork.start(stack, seed);
const violations: string[] = [];
let [unaffected, kept, answers, changes] = [0, 0, 0, 0];
const violated = (where: string, sentences: readonly string[]) => {
  for (const sentence of new Set(sentences)) violations.push(`${where}: ${sentence}`);
};
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
    violated(`${run.workload.name}, ${run.service} ${run.fault}`, outcome.violations);
  }
  for (const fault of faults) {
    for (let turn = 1; turn <= changesPerFault; turn += 1, changes += 1) {
      violated(`a change, ${fault}`, await tryChange(network, fault, `chaos-${seed}-${fault}-${turn}`));
    }
  }
} finally {
  await network.close();
  await stack.close();
}
const share = kept / unaffected;
const said = [
  `seed ${seed}: ${answers} answers under ${faults.length} faults × ${services.length} subgraphs, ${changes} changes; ${violations.length} violations`,
  `unaffected fields: ${kept} of ${unaffected} came as always (${(share * 100).toFixed(3)} %, goal ${goal * 100} %)`,
  ...violations.map((violation) => `✗ ${violation}`),
];
for (const line of said) console.log(line);
keepResult(said);
process.exitCode = violations.length === 0 && share >= goal ? 0 : 1;
