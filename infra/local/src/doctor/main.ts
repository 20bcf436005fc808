import { CannotStart } from '../cannot-start.ts';
import { readStartSettings } from '../config.ts';
import { type Finding, lineOf, trouble } from './finding.ts';
import { lookAtMachine, lookAtPostgres } from './machine.ts';
import { lookAtStack } from './stack.ts';

async function look(): Promise<Finding[]> {
  try {
    const settings = readStartSettings();
    return [lookAtPostgres(), ...lookAtMachine(settings.dataDirectory), ...(await lookAtStack(settings))];
  } catch (error) {
    if (error instanceof CannotStart) return [trouble('settings', 'something in the environment is wrong', error.message)];
    throw error;
  }
}

const findings = await look();
for (const finding of findings) console.log(lineOf(finding));
const troubles = findings.filter(({ state }) => state === 'trouble').length;
console.log(troubles === 0 ? '\nThis machine can run the network: npm start' : `\n${troubles} thing(s) in the way: see the arrows above.`);
process.exitCode = troubles === 0 ? 0 : 1;
