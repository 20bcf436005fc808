import { prepare, runTypeScript } from './prepare.mjs';

await prepare();
await runTypeScript('infra/local/src/events.ts');
