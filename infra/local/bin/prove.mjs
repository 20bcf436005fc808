import { prepare, runTypeScript } from './prepare.mjs';

// Long repetitions that npm test has no time for.
await prepare();
await runTypeScript('infra/local/src/measure-start.ts');
await runTypeScript('services/subgraph-kit/test/events/prove.ts');
