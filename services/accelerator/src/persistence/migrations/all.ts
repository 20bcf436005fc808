import { CopyStanding1766400000000 } from './copy-standing.ts';
import { CreatePrograms1766000000000 } from './create-programs.ts';

/** In the order in which they run. */
export const migrations = [CreatePrograms1766000000000, CopyStanding1766400000000];
