const { rmSync } = require('node:fs');

const patience = 30_000;

module.exports = async () => {
  if (globalThis.folderOfTestRun) rmSync(globalThis.folderOfTestRun, { recursive: true, force: true, maxRetries: 5 });
  const guard = globalThis.postgresForTests;
  if (!guard) return;
  const gone = new Promise((resolve) => guard.once('exit', resolve));
  guard.ref();
  guard.disconnect();
  // What a guard that hangs leaves behind, the next run removes.
  const insist = setTimeout(() => guard.kill('SIGKILL'), patience);
  await gone;
  clearTimeout(insist);
};
