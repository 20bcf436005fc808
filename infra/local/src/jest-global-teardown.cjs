module.exports = async () => {
  const guard = globalThis.postgresForTests;
  if (!guard) return;
  const gone = new Promise((resolve) => guard.once('exit', resolve));
  guard.ref();
  guard.disconnect();
  await gone;
};
