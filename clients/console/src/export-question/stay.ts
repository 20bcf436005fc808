export type StayRefusal = 'MISSING' | 'REVERSED' | 'TOO_LONG';

const longestStay = 365;
const day = 86_400_000;

/** Tells why two dates are no stay one could ask for; the graph refuses the same ones. */
export function stayRefusal(from: string, to: string): StayRefusal | undefined {
  if (!from || !to) return 'MISSING';
  if (to < from) return 'REVERSED';
  return (Date.parse(to) - Date.parse(from)) / day > longestStay ? 'TOO_LONG' : undefined;
}
