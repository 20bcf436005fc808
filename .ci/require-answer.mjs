import { readFileSync } from 'node:fs';

// The answer to the export question must be whole: no errors, and something in each of its main parts.
const { data, errors } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const parts = {
  'the company': data?.company?.tradeName,
  'its figures': data?.company?.latestFigures?.closedOn,
  'a verdict of the accelerators': data?.company?.acceleratorEligibility?.[0]?.verdict,
  'a verdict of the fund': data?.company?.fundFit?.[0]?.verdict ?? data?.company?.fundFit?.verdict,
  'companies over there': data?.destination?.positions?.edges?.length ?? data?.destination?.positions?.nodes?.length,
  'places to sit': data?.destination?.premises?.edges?.length ?? data?.destination?.premises?.nodes?.length,
  'a score and how many gave it': data?.destination?.score?.n,
  'what others got wrong': data?.destination?.pitfalls?.length ?? data?.destination?.pitfalls?.nodes?.length,
  'what is not known': data?.destination?.gaps?.length,
  'open programs': data?.programs?.length,
  'the fund': data?.fund?.name,
};

const lost = (errors ?? []).map(({ message, path }) => `${path?.join('.')}: ${message}`);
const missing = Object.keys(parts).filter((name) => !parts[name]);
for (const sentence of [...lost, ...missing.map((name) => `the answer lacks ${name}`)]) console.error(sentence);
if (lost.length + missing.length > 0) process.exit(1);
console.log(`the answer is whole: ${Object.keys(parts).join(', ')}`);
