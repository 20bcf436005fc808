import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { operations, seed } from './config.ts';
import { type PlantedFault, plantedFaults } from './planted-faults.ts';
import { playRounds, type Tally } from './rounds.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const tries = 1_500;

if (process.argv.includes('--until-wrong')) {
  const { asked, wrong } = await playRounds(seed, operations, 1);
  console.log(wrong.length > 0 ? String(asked) : 'never');
} else {
  const tally = await playRounds(seed, operations);
  console.log(JSON.stringify({ seed, ...tally, wrong: tally.wrong.length }, null, 2));
  if (tally.wrong.length > 0) {
    console.error(tally.wrong.join('\n\n'));
    process.exitCode = 1;
  } else {
    const caught = await catchAll();
    await keep(tally, caught);
    if (caught.some(({ after }) => after === 'never')) process.exitCode = 1;
  }
}

interface Caught {
  readonly fault: PlantedFault;
  /** How many operations it took, or `never`. */
  readonly after: string;
}

/** Plants each fault in a copy of the gateway, and asks until it shows. */
async function catchAll(): Promise<Caught[]> {
  const caught: Caught[] = [];
  for (const fault of plantedFaults) {
    const after = await askedUntilWrong(fault);
    console.log(`${fault.title}: ${after === 'never' ? `not noticed in ${tries} operations` : `noticed after ${after} operations`}`);
    caught.push({ fault, after });
  }
  return caught;
}

async function askedUntilWrong({ file, find, put, title }: PlantedFault): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'planted-fault-'));
  try {
    for (const part of ['src', 'test', 'pages', 'package.json'])
      await cp(join(root, 'gateway', part), join(folder, 'gateway', part), { recursive: true });
    for (const place of ['node_modules', 'gateway/node_modules', 'schema']) {
      if (existsSync(join(root, place))) await symlink(join(root, place), join(folder, place));
    }
    const place = join(folder, 'gateway/src', file);
    const text = await readFile(place, 'utf8');
    if (!text.includes(find))
      throw new Error(`"${title}" has no place any more: ${file} holds no "${find}"; plant it anew in planted-faults.ts`);
    await writeFile(place, text.replace(find, put));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', join(folder, 'gateway/test/oracle/main.ts'), '--until-wrong'],
      { cwd: folder, env: { ...process.env, ORACLE_RUNS: String(tries), ORACLE_SEED: String(seed) }, maxBuffer: 64 * 2 ** 20 },
    );
    return stdout.trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keep(
  { worlds, discarded, asked, invalid, withErrors, notPlanned, fetches }: Tally,
  caught: readonly Caught[],
): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const lines = [
    `# The oracle, ${day}`,
    '',
    `Seed ${seed}. ${asked} operations over ${worlds} graphs that were made up (${discarded} more did not compose): each got from the gateway, over`,
    `HTTP, the data and the error places that one server without borders gives. 0 differences.`,
    '',
    `- ${fetches} fetches of subgraphs; ${withErrors} operations in which something failed`,
    `- ${notPlanned} operations refused, as the planner would ask for a field before what it requires (docs/decisions/0015)`,
    `- ${invalid} more operations were not valid and not asked`,
    '',
    'Faults planted in the gateway, one at a time, and when they were noticed:',
    '',
    ...caught.map(
      ({ fault, after }) => `- ${fault.title}: ${after === 'never' ? `not noticed in ${tries} operations` : `after ${after} operations`}`,
    ),
    '',
  ];
  await writeFile(join(root, 'gateway/test/oracle/results', `${day}.md`), lines.join('\n'));
}
