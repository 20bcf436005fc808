import { prepare, runTypeScript } from '../../local/bin/prepare.mjs';

// npm run attack [-- --seed N --generated N --case A1.3]
await prepare();
await runTypeScript('infra/attack/src/main.ts');
