import { prepare, runTypeScript } from './prepare.mjs';

await prepare();
await runTypeScript('infra/chaos/src/main.ts');
