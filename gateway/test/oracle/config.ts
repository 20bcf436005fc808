import { randomInt } from 'node:crypto';

const { ORACLE_RUNS = '', ORACLE_SEED = '' } = process.env;
const number = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

/** How many operations are asked; `npm run oracle` asks 10,000 and more. */
export const operations = number(ORACLE_RUNS) ?? 500;

/** Makes the same graphs and asks the same again. `npm test` asks what is known to hold; whoever asks for more draws another. */
export const seed = number(ORACLE_SEED) ?? (ORACLE_RUNS === '' ? 42 : randomInt(1_000_000));
