import { randomInt } from 'node:crypto';

const { MATRIX_SHARE = '', MATRIX_SEED = '' } = process.env;

/** Whether every cell is asked over HTTP too, as `npm run matrix` does, or a share of them drawn by chance. */
export const asksEverything = MATRIX_SHARE === 'all';

/** Draws the same share again. Told whenever something is wrong. */
export const seed = /^\d{1,9}$/.test(MATRIX_SEED) ? Number(MATRIX_SEED) : randomInt(1_000_000);
