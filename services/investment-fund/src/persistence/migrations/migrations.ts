import { CopyStanding1766400000000 } from './copy-standing.ts';
import { CreateFund1766300000000 } from './create-fund.ts';

/** In the order they run. */
export const migrations = [CreateFund1766300000000, CopyStanding1766400000000];
