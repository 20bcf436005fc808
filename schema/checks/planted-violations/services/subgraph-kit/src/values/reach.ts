import '../../../beta/src/domain/thing.ts';

export const company = true;
