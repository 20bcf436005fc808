import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { prepare, root } from './prepare.mjs';

await prepare();

const bin = (file) => [path.join(root, 'node_modules', file)];
const typescript = (file) => ['--import', 'tsx', path.join(root, file)];

/** What every change must pass besides the tests. The slowest come first. */
const steps = [
  {
    name: 'types',
    args: [...bin('turbo/bin/turbo'), 'run', 'types', '--output-logs=errors-only', '--log-order=grouped', '--concurrency=2'],
  },
  { name: 'boundaries', args: [path.join(root, 'schema/checks/boundaries.mjs')] },
  { name: 'schema', args: typescript('schema/checks/committed-sdl.ts') },
  { name: 'contracts', args: typescript('schema/contracts/check.ts') },
  { name: 'events', args: typescript('schema/events/check.ts') },
  { name: 'changes of the schema', args: typescript('schema/checks/schema-check.ts') },
  { name: 'trusted documents', args: typescript('schema/documents/check.ts') },
  { name: 'documents of the console', args: typescript('clients/console/check-generated.ts') },
  { name: 'lint and format', args: [...bin('@biomejs/biome/bin/biome'), 'check', '--no-errors-on-unmatched', '.'] },
  { name: 'unused code', args: bin('knip/bin/knip.js') },
];

// Nobody's data is sent anywhere by a check.
const environment = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
};

const waiting = [...steps];
const failed = [];

async function work() {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const began = performance.now();
    const { code, said } = await runQuietly(step.args);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${code === 0 ? '✓' : '✗'} ${step.name}  (${seconds} s)\n`);
    if (code === 0) continue;
    failed.push(step.name);
    process.stdout.write(`${said.trim().replace(/^/gm, '    ')}\n`);
  }
}

function runQuietly(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
if (failed.length > 0) {
  process.stdout.write(`${failed.length} of ${steps.length} checks failed: ${failed.join(', ')}\n`);
  process.exitCode = 1;
} else process.stdout.write(`all ${steps.length} checks passed\n`);
