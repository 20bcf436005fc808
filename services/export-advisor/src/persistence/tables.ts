import { CopyStanding1766400000000 } from './migrations/copy-standing.ts';
import { CreateDestinations1766000000000 } from './migrations/create-destinations.ts';
import { CreateExperience1766000001000 } from './migrations/create-experience.ts';

/** In the order they run. */
export const migrations = [CreateDestinations1766000000000, CreateExperience1766000001000, CopyStanding1766400000000];

/** Every read here is a statement of its own that batches many parents, so no table is mapped to a class. */
export const rows: [] = [];
