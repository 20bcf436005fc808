import type { FetchNode, PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLSchema, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Requirements } from './requirements.ts';

/**
 * Names a field that a plan asks of a subgraph without telling it what the field requires, or `undefined` when there is none. The
 * planner makes such plans where a field requires one that requires others itself, and the way there begins in the subgraph of the
 * second: the subgraph would work with nothing, and nothing in the answer would say so.
 */
export function askedWithoutInputs(plan: PlanNode | undefined, schema: GraphQLSchema, requirements: Requirements): string | undefined {
  if (requirements.areNone) return undefined;
  for (const fetch of fetchesOf(plan)) {
    const found = withoutInputs(fetch, schema, requirements);
    if (found !== undefined) return found;
  }
  return undefined;
}

function withoutInputs(fetch: FetchNode, schema: GraphQLSchema, requirements: Requirements): string | undefined {
  const told = new Set(fetch.requires ? namesIn(fetch.requires) : []);
  const types = new TypeInfo(schema);
  // Below the entity itself nothing is told, so nothing can be asked there that requires something.
  const entityDepth = 2;
  let depth = 0;
  let found: string | undefined;
  visit(
    fetchedBy(fetch),
    visitWithTypeInfo(types, {
      Field: {
        enter: ({ name }) => {
          depth += 1;
          const type = types.getParentType()?.name ?? '';
          const inputs = requirements.of(fetch.serviceName, type, name.value);
          const areTold = fetch.requires !== undefined && depth === entityDepth && [...inputs].every((input) => told.has(input));
          if (inputs.size > 0 && !areTold) found ??= `${type}.${name.value} of ${fetch.serviceName}`;
        },
        leave: () => {
          depth -= 1;
        },
      },
    }),
  );
  return found;
}

function fetchedBy({ operation }: FetchNode): DocumentNode {
  return parse(operation, { noLocation: true });
}

function namesIn(selections: readonly QueryPlanSelectionNode[]): string[] {
  return selections.flatMap((selection) => (selection.kind === 'Field' ? [selection.name] : namesIn(selection.selections)));
}

function fetchesOf(node: PlanNode | undefined): FetchNode[] {
  switch (node?.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Condition':
      return [...fetchesOf(node.ifClause), ...fetchesOf(node.elseClause)];
    case 'Fetch':
      return [node];
    default:
      return [];
  }
}
