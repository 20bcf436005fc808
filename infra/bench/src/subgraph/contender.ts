// A process of its own, so that its processor time can be read: which contender, and the database if it has one.
const [kind, databaseUrl] = process.argv.slice(2);

async function start(): Promise<string> {
  if (kind === 'ours') return (await import('./ours.ts')).startOurs(databaseUrl);
  if (kind === 'stock') return (await import('./stock.ts')).startStock(databaseUrl);
  return (await import('./by-hand.ts')).startByHand(databaseUrl);
}

process.send?.(await start());
// Gone with whoever started it.
process.once('disconnect', () => process.exit());
