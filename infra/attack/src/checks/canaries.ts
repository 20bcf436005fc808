import { type Canary, squeezed } from '../arena/canaries.ts';
import type { Check } from './observation.ts';

/** B3, the other half: what belongs to one is never shown to another. */
export const canaries: Check = ({ seen, sending }, surroundings) => {
  const hit = canaryIn(
    `${JSON.stringify(seen.headers)}${seen.body}`,
    surroundings.canaries.filter((one) => !one.seenBy.includes(sending.principal)),
  );
  return hit && `${hit.name} shown to ${sending.principal}`;
};

/** The first canary in a text. In a log there should be none at all, whoever asked. */
export function canaryIn(text: string, among: readonly Canary[]): Canary | undefined {
  const plain = squeezed(text);
  return among.find((one) => one.marker.test(plain));
}
