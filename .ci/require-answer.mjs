import { readFileSync } from 'node:fs';

// The answer to the export question must be whole: no errors, and something in each of its main parts.
const { data, errors } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const { company, destination, programs, fund } = data ?? {};
const parts = {
  'the company': company?.tradeName,
  'its figures': company?.latestFigures?.closedOn,
  'a verdict of the accelerators': company?.acceleratorEligibility?.[0]?.verdict,
  'a verdict of the fund': company?.fundFit?.verdict,
  'companies over there': destination?.positions?.edges?.length,
  'places to sit': destination?.premises?.edges?.length,
  'a score and how many gave it': destination?.score?.n,
  'what others got wrong': destination?.pitfalls?.edges?.length,
  'what is not known': destination?.gaps?.length,
  'open programs': programs?.length,
  'the fund': fund?.name,
};

const lost = (errors ?? []).map(({ message, path }) => `${path?.join('.')}: ${message}`);
const missing = Object.keys(parts).filter((name) => !parts[name]);
for (const sentence of [...lost, ...missing.map((name) => `the answer lacks ${name}`)]) console.error(sentence);
if (lost.length + missing.length > 0) process.exit(1);
console.log(`the answer is whole: ${Object.keys(parts).join(', ')}`);
