const { spawn } = require('node:child_process');
const path = require('node:path');

// Plain JavaScript, because jest loads it before anything can read TypeScript.
module.exports = async () => {
  if (process.env.TEST_ADMIN_DATABASE_URL) return;
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
  guard.unref();
  guard.channel.unref();
  globalThis.postgresForTests = guard;
};
