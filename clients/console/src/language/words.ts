import type { fr } from './fr.ts';

/** Every word of the page. French is written first; another language has exactly the same entries. */
export type Words = typeof fr;
