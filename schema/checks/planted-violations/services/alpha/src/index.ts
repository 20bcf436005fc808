export const everything = true;
