import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, stop } from './prepare.mjs';

// npm run prove:properties [-- --rounds 3 --runs 2000]: every property with seeds that nobody has seen, where npm test always takes the same.
const given = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0) return otherwise;
  const [, text = ''] = process.argv.splice(at, 2);
  if (!/^[1-9]\d{0,5}$/.test(text)) stop(`--${name} is "${text}": it has to be a whole number from 1 to 999999.`);
  return Number(text);
};
const rounds = given('rounds', 2);
const runs = given('runs', 2_000);

const files = ['gateway', 'services', 'infra', 'clients', 'schema'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'))
    .map((name) => path.join(folder, name))
    .filter((file) => /PROPERTY_SEED|from 'fast-check'/.test(readFileSync(path.join(root, file), 'utf8'))),
);
const options = process.argv.slice(2);
let worst = 0;
for (let round = 0; round < rounds; round += 1) {
  Object.assign(process.env, { PROPERTY_SEED: 'random', PROPERTY_RUNS: String(runs) });
  process.argv.splice(2, process.argv.length, '--runTestsByPath', ...files, ...options);
  await import(`./test.mjs?round=${round}`);
  worst ||= process.exitCode;
}
process.exitCode = worst;
