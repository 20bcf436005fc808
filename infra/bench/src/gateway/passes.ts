import { operationNames } from './graph/operations.ts';
import type { Load } from './load/load.ts';

export const passNames = ['varying', 'identical', 'alone'] as const;
/** Every request another; all the same; one connection, so that nobody waits for anybody. */
export type PassName = (typeof passNames)[number];

const atOnce: Record<PassName, number> = { varying: 16, identical: 16, alone: 1 };

export type Pass = Load & { readonly pass: PassName };

export function passesOf(seconds: number): readonly Pass[] {
  return operationNames.flatMap((operation) =>
    passNames.map((pass) => ({
      operation,
      pass,
      variety: pass === 'identical' ? ('identical' as const) : ('varying' as const),
      atOnce: atOnce[pass],
      seconds,
    })),
  );
}

export const mostConnections = Math.max(...Object.values(atOnce));
