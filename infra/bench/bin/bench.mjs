import { prepare, runTypeScript } from '../../local/bin/prepare.mjs';

// npm run bench [-- --only gateway --rounds 5 --write]
await prepare();
await runTypeScript('infra/bench/src/main.ts');
