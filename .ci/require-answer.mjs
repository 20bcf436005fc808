import { readFileSync } from 'node:fs';

// The answer to the export question must be whole: no errors, and something in every part of it.
const { data, errors } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const lost = errors?.map(({ message, path }) => `${path?.join('.')}: ${message}`) ?? [];
const empty = Object.entries(data ?? { data: null })
  .filter(([, value]) => value === null)
  .map(([name]) => `${name} is null`);
const wrong = [...lost, ...empty];
for (const sentence of wrong) console.error(sentence);
if (wrong.length > 0) process.exit(1);
console.log(`the answer is whole: ${Object.keys(data).join(', ')}`);
