const { MATRIX_SHARE = '', MATRIX_SEED = '', PROPERTY_SEED = '' } = process.env;

/** Whether every cell is asked over HTTP too, as `npm run matrix` does, or a share of them. */
export const asksEverything = MATRIX_SHARE === 'all';

/** Draws the same share again, as `npm test` does; `PROPERTY_SEED=random` draws another. Told whenever something is wrong. */
export const seed = Math.abs(Number.parseInt(MATRIX_SEED || PROPERTY_SEED || '1', 10));
