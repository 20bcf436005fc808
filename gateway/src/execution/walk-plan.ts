import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { fetchEntities } from './entity-fetch.ts';
import type { Execution } from './execution.ts';
import type { Data } from './own.ts';
import { fetchRoot } from './root-fetch.ts';
import { objectsAt } from './targets.ts';

type ResponsePath = readonly (string | number)[];

/** Carries out a plan. A fetch that fails leaves errors in the data and stops nobody else, so this never rejects over a subgraph. */
export async function walkPlan(execution: Execution, node: PlanNode, path: ResponsePath = []): Promise<void> {
  switch (node.kind) {
    case 'Sequence':
      for (const step of node.nodes) await walkPlan(execution, step, path);
      return;
    case 'Parallel':
      await Promise.all(node.nodes.map((step) => walkPlan(execution, step, path)));
      return;
    case 'Flatten':
      return walkPlan(execution, node.node, [...path, ...node.path]);
    case 'Fetch':
      return fetchInto(execution, node, path);
    case 'Condition': {
      const chosen = execution.coerced[node.condition] === true ? node.ifClause : node.elseClause;
      return chosen ? walkPlan(execution, chosen, path) : undefined;
    }
    case 'Defer':
      throw new Error('the plan holds @defer, which is switched off');
  }
}

async function fetchInto(execution: Execution, fetch: FetchNode, path: ResponsePath): Promise<void> {
  const targets: Data[] = objectsAt([execution.data], path);
  if (targets.length === 0) return;
  if (fetch.requires) await fetchEntities(execution, fetch, fetch.requires, path, targets);
  else await fetchRoot(execution, fetch, path, targets);
}
