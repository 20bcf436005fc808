import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { isFaultless } from './findings.ts';
import { type Flaw, KillingGround, type RoundResult } from './killing.ts';

// Many rounds of what npm test does once: everything is killed at random moments, and each planted flaw must be caught.
const rounds = Number(process.argv[2] ?? 20);
const kills = 6;
const flaws: readonly Flaw[] = ['no memory', 'no transaction'];
const roundsForAFlaw = 10;

const ground = await KillingGround.open();
const results: RoundResult[] = [];
const isClean = (result: RoundResult) => isFaultless(result) && result.crashes === 0;
const caught: Record<string, number | null> = {};
try {
  for (let seed = 1; seed <= rounds; seed += 1) {
    const result = await ground.round(seed, { kills });
    results.push(result);
    console.log(`round ${seed}: ${isClean(result) ? 'faultless' : 'FAULTY'} ${JSON.stringify(result)}`);
  }
  for (const flaw of flaws) {
    caught[flaw] = null;
    for (let round = 1; round <= roundsForAFlaw && caught[flaw] === null; round += 1)
      if (!isFaultless(await ground.round(1000 + round, { kills, flaw }))) caught[flaw] = round;
    console.log(`${flaw}: ${caught[flaw] === null ? 'NOT CAUGHT' : `caught in round ${caught[flaw]}`}`);
  }
} finally {
  await ground.close();
}

const sum = (number: (result: RoundResult) => number) => results.reduce((total, result) => total + number(result), 0);
const totals = {
  rounds: results.length,
  kills: sum((result) => result.kills.sender + result.kills.receiver + result.kills.postgres),
  crashes: sum(({ crashes }) => crashes),
  killsOfPostgres: sum((result) => result.kills.postgres),
  committed: sum(({ committed }) => committed),
  told: sum(({ told }) => told),
  processed: sum(({ processed }) => processed),
  faultyRounds: results.filter((result) => !isClean(result)).length,
};
console.log(JSON.stringify(totals));
const machine = { cores: availableParallelism(), model: cpus()[0]?.model, load: loadavg()[0], node: process.versions.node };
const day = new Date().toISOString().slice(0, 10);
const folder = path.resolve(import.meta.dirname, '../../../../infra/local/results');
mkdirSync(folder, { recursive: true });
writeFileSync(
  path.join(folder, `events-${day}.json`),
  `${JSON.stringify({ day, machine, totals, flawsCaughtInRound: caught, results }, null, 2)}\n`,
);
if (totals.faultyRounds > 0 || Object.values(caught).includes(null)) process.exitCode = 1;
