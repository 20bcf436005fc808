// npm run matrix [-- --seed 42]: every persona, every field, every way, at every door; npm test asks a share of it over HTTP.
const at = process.argv.indexOf('--seed');
const [, seed = ''] = at < 0 ? [] : process.argv.splice(at, 2);
Object.assign(process.env, { MATRIX_SHARE: 'all', MATRIX_SEED: seed });
process.argv.push('gateway/test/matrix', '--verbose');
await import('./test.mjs');
