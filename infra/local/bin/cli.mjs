import { prepare, runTypeScript } from './prepare.mjs';

await prepare();
await runTypeScript('clients/cli/src/main.ts');
