import type { PlanNode } from '@apollo/query-planner';
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
  plan: PlanNode | undefined,
  objectsAt: ReadonlyMap<string, number>,
  conditions: Readonly<Record<string, unknown>>,
): PlanSize {
  let fetches = 0;
  let entities = 0;
  const walk = (node: PlanNode | undefined, path: readonly (string | number)[]): void => {
    switch (node?.kind) {
      case 'Sequence':
      case 'Parallel':
        for (const step of node.nodes) walk(step, path);
        return;
      case 'Flatten':
        walk(node.node, [...path, ...node.path]);
        return;
      case 'Condition':
        walk(conditions[node.condition] === true ? node.ifClause : node.elseClause, path);
        return;
      case 'Fetch':
        fetches += 1;
        if (node.requires) entities = Math.min(entities + countAt(path, objectsAt), Number.MAX_SAFE_INTEGER);
    }
  };
  walk(plan, []);
  return { fetches, entities };
}

/** A place that the client did not ask for, because only another subgraph needs it, is sized from the nearest one above it. */
function countAt(path: readonly (string | number)[], objectsAt: ReadonlyMap<string, number>): number {
  for (let length = path.length; length > 0; length -= 1) {
    const count = objectsAt.get(path.slice(0, length).join('.'));
    if (count !== undefined) return count * assumed.itemsOfAList ** path.slice(length).filter((step) => step === '@').length;
  }
  return 1;
}
