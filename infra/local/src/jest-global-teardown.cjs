const patience = 30_000;

module.exports = async () => {
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
