import { prepare, runTypeScript } from './prepare.mjs';

// npm run oracle [-- --runs 10000 --seed 42]: random questions to random graphs, compared with one server without borders.
const given = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
process.env.ORACLE_RUNS = given('runs') ?? '10000';
if (given('seed') !== undefined) process.env.ORACLE_SEED = given('seed');
await prepare();
await runTypeScript('gateway/test/oracle/main.ts');
