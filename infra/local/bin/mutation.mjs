import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { prepare, root } from './prepare.mjs';

// npm run prove:mutation [-- rights …]: how many small faults, put into the code one by one, the tests notice.
await prepare();
const { Stryker } = await import('@stryker-mutator/core');

const rooms = {
  tokens: 'services/subgraph-kit/src/identity',
  identity: 'gateway/src/identity',
  rights: 'gateway/src/rights',
  limits: 'gateway/src/limits',
};
const goal = 85;
const noticed = ['Killed', 'Timeout'];
const unnoticed = ['Survived', 'NoCoverage'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in rooms));
if (unknown.length > 0) {
  process.stderr.write(`There is no room ${unknown.join(', ')}: take some of ${Object.keys(rooms).join(', ')}, or none for all.\n`);
  process.exit(1);
}

const day = new Date().toISOString().slice(0, 10);
const file = path.join(root, 'infra/local/results', `mutation-${day}.json`);
const earlier = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).rooms : {};
const measured = { ...earlier };

for (const name of asked.length > 0 ? asked : Object.keys(rooms)) {
  measured[name] = await measure(name);
  // After each room: a run takes long, and what it found must not be lost with the rest.
  save();
  const { score, faults } = measured[name];
  process.stdout.write(`${score >= goal ? '✓' : '✗'} ${name}  ${score} % of ${faults} faults noticed (goal ${goal} %)\n`);
  if (score < goal) process.exitCode = 1;
}

async function measure(name) {
  const temporary = mkdtempSync(path.join(tmpdir(), 'leader-mutation-'));
  try {
    const mutants = await new Stryker({
      mutate: [`${rooms[name]}/*.ts`, '!**/*.test.ts'],
      testRunner: 'jest',
      plugins: ['@stryker-mutator/jest-runner'],
      testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
      jest: { projectType: 'custom', configFile: 'infra/local/bin/mutation-jest.config.mjs', enableFindRelatedTests: true },
      coverageAnalysis: 'perTest',
      // Bundlers and compilers read configurations of their own; there is nothing to rewrite for the copy.
      tsconfigFile: 'none',
      concurrency: 1,
      timeoutMS: 10_000,
      reporters: process.stdout.isTTY ? ['progress'] : ['progress-append-only'],
      tempDirName: temporary,
      fileLogLevel: 'off',
      logLevel: 'warn',
    }).runMutationTest();
    const count = (states) => mutants.filter(({ status }) => states.includes(status)).length;
    const faults = count(noticed) + count(unnoticed);
    const place = ({ fileName, location: { start }, mutatorName, replacement }) =>
      `${path.relative(root, fileName)}:${start.line} ${mutatorName} ${replacement ?? ''}`.replace(/\s+/g, ' ').slice(0, 160);
    return {
      folder: rooms[name],
      score: Math.floor((count(noticed) / faults) * 1000) / 10,
      faults,
      unnoticed: mutants.filter(({ status }) => unnoticed.includes(status)).map(place),
    };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function save() {
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model, node: process.versions.node };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ day, machine, goal, rooms: measured }, null, 2)}\n`);
}
