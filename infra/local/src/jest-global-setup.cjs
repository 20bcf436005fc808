const { spawn } = require('node:child_process');
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { propertyRuns, propertySeed } = require('./property-seed.cjs');

// Plain JavaScript, because jest loads it before anything can read TypeScript.
module.exports = async () => {
  drawSeed();
  if (process.env.TEST_ADMIN_DATABASE_URL) {
    process.env.TEST_RUN_FOLDER = globalThis.folderOfTestRun = mkdtempSync(path.join(tmpdir(), 'leader-test-run-'));
    return;
  }
  const guard = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'postgres/test-guard.ts')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: true,
  });
  const answer = await new Promise((resolve) => {
    guard.once('message', resolve);
    guard.once('exit', () => resolve({ refusal: 'PostgreSQL for the tests did not start: run `npm run doctor`.' }));
  });
  if (answer.refusal) throw new Error(answer.refusal);
  process.env.TEST_ADMIN_DATABASE_URL = answer.adminUrl;
  process.env.TEST_RUN_FOLDER = answer.home;
  guard.unref();
  guard.channel.unref();
  globalThis.postgresForTests = guard;
};

/** Drawn once, so that every worker has the same, and whoever sees a counterexample can ask for it again. */
function drawSeed() {
  const seed = propertySeed(process.env.PROPERTY_SEED);
  propertyRuns(process.env.PROPERTY_RUNS);
  process.env.PROPERTY_SEED = String(seed);
  process.stderr.write(`properties: PROPERTY_SEED=${seed}\n`);
}
