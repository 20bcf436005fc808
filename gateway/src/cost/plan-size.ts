import type { Place, Step } from '../execution/steps.ts';
import { assumed } from './formula.ts';

export interface PlanSize {
  readonly fetches: number;
  readonly entities: number;
}

/**
 * Counts the questions that a plan may put to subgraphs, and the objects they may be about.
 *
 * @param objectsAt how many objects may stand at a place of the answer
 * @param conditions coerced variables
 */
export function planSize(
  plan: Step | undefined,
  objectsAt: ReadonlyMap<string, number>,
  conditions: Readonly<Record<string, unknown>>,
): PlanSize {
  let fetches = 0;
  let entities = 0;
  const walk = (step: Step | undefined): void => {
    switch (step?.kind) {
      case 'sequence':
      case 'parallel':
        for (const one of step.steps) walk(one);
        return;
      case 'condition':
        walk(conditions[step.variable] === true ? step.met : step.unmet);
        return;
      case 'fetch':
        fetches += 1;
        for (const { node, places } of step.parts) {
          if (!node.requires) continue;
          for (const place of places) entities = Math.min(entities + countAt(place, objectsAt), Number.MAX_SAFE_INTEGER);
        }
    }
  };
  walk(plan);
  return { fetches, entities };
}

/** A place that the client did not ask for, because only another subgraph needs it, is sized from the nearest one above it. */
function countAt(path: Place, objectsAt: ReadonlyMap<string, number>): number {
  for (let length = path.length; length > 0; length -= 1) {
    const count = objectsAt.get(path.slice(0, length).join('.'));
    if (count !== undefined) return count * assumed.itemsOfAList ** path.slice(length).filter((step) => step === '@').length;
  }
  return 1;
}
