// A subgraph that finds something wrong with its surroundings.
console.log(JSON.stringify({ level: 30, msg: 'starting' }));
console.log(
  JSON.stringify({ level: 60, msg: 'cannot start', err: { message: 'the calendar is broken', stack: 'Error: …\n    at secret.ts:1' } }),
);
process.exit(1);
