import { mkdtempSync, rmSync } from 'node:fs';
import { startThrowAway } from '@leader/local-stack/postgres/throw-away';
import { startGrown } from './growth/grown-network.ts';

const folder = mkdtempSync('/tmp/leader-try-');
const postgres = await startThrowAway();
try {
  const n = await startGrown(postgres.adminUrl, folder, Number(process.argv[2]));
  console.log(n.companies);
  await n.stop();
} finally {
  await postgres.remove();
  rmSync(folder, { recursive: true, force: true });
}
