import { prepare, runTypeScript } from './prepare.mjs';

await prepare();
await runTypeScript('gateway/src/explain/main.ts');
