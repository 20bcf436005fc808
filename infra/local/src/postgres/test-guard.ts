import { startThrowAway } from './throw-away.ts';

// Runs beside jest in a process of its own: when jest ends, also by Ctrl-C or a kill, the channel closes and everything is removed.
const { adminUrl, home, remove } = await startThrowAway().catch((error: Error) => {
  process.send?.({ refusal: error.message });
  process.exit(1);
});

let isLeaving = false;
async function leave(): Promise<void> {
  if (isLeaving) return;
  isLeaving = true;
  await remove();
  process.exit(0);
}

process.once('disconnect', leave);
process.on('SIGINT', leave);
process.on('SIGTERM', leave);
if (process.connected) process.send?.({ adminUrl, home });
else await leave();
