import { randomUUID } from 'node:crypto';

/** Sixteen signs that nobody can guess. The runtime draws these in stock, which single random bytes are not. */
export function newReference(): string {
  const uuid = randomUUID();
  return uuid.slice(0, 8) + uuid.slice(28);
}
