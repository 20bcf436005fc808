export const thing = true;
