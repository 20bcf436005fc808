import { leaveOnSignal } from '@leader/local-stack/processes/leave-on-signal';
import { Arena } from './arena/arena.ts';
import { chosenCases } from './cases/chosen.ts';
import { readSettings } from './config.ts';
import { attack } from './run/attack.ts';
import { printed } from './run/print.ts';
import { keepResult } from './run/result.ts';
import { compareTwins } from './run/twins.ts';
import { closeConnections } from './wire/exchange.ts';

const settings = readSettings();
const { only, seed } = settings;
const chosen = chosenCases(settings);
console.log(`${chosen.length} cases, ${settings.generated} of them generated of seed ${seed}`);
const arena = await Arena.open();
leaveOnSignal(() => arena.close());
try {
  const report = await attack(arena, chosen, { judgesTime: true, progress: (sentence) => console.log(sentence) });
  if (only === undefined) await compareTwins(arena, report);
  const said = printed(report);
  console.log(said);
  if (only === undefined) keepResult(report, said, settings);
  process.exitCode = report.violations.length === 0 ? 0 : 1;
} finally {
  closeConnections();
  await arena.close();
}
