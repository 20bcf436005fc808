import type { Language } from '../viewer/viewer.ts';

/** The same sentence in each language the network speaks. */
export type Texts = Readonly<Record<Language, string>>;
