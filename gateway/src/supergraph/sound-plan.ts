import type { FetchNode, PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLSchema, parse, type SelectionSetNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { type BorrowedField, type BorrowedFields, isAmong, selectionsBelow } from './borrowed-fields.ts';
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
  const told = new Set(fetch.requires ? pathsIn(fetch.requires) : []);
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

/**
 * A field that a plan asks of a subgraph which only names it because another one has it, or `undefined` when there is none. The
 * planner makes such plans where that subgraph requires the field together with one that rests on it. It would answer null, and
 * everything that rests on the field would be worked out from that.
 */
export function askedOfBorrower(plan: PlanNode | undefined, schema: GraphQLSchema, borrowed: BorrowedFields): BorrowedField | undefined {
  if (borrowed.areNone) return undefined;
  for (const fetch of fetchesOf(plan)) {
    const found = borrowedIn(fetch, schema, borrowed);
    if (found !== undefined) return found;
  }
  return undefined;
}

function borrowedIn(fetch: FetchNode, schema: GraphQLSchema, borrowed: BorrowedFields): BorrowedField | undefined {
  const { serviceName: subgraph } = fetch;
  const types = new TypeInfo(schema);
  /** What is handed out at each place on the way to where we are. */
  const handedOut: (readonly SelectionSetNode[])[] = [[]];
  let found: BorrowedField | undefined;
  visit(
    fetchedBy(fetch),
    visitWithTypeInfo(types, {
      Field: {
        enter: ({ name: { value: field } }) => {
          const type = types.getParentType()?.name ?? '';
          const here = handedOut.at(-1) ?? [];
          if (borrowed.has(subgraph, type, field) && !isAmong(here, field)) found ??= { subgraph, type, field };
          handedOut.push([...borrowed.providedBelow(subgraph, type, field), ...selectionsBelow(here, field)]);
        },
        leave: () => {
          handedOut.pop();
        },
      },
    }),
  );
  return found;
}

function fetchedBy({ operation }: FetchNode): DocumentNode {
  return parse(operation, { noLocation: true });
}

function pathsIn(selections: readonly QueryPlanSelectionNode[], before = ''): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind !== 'Field') return pathsIn(selection.selections, before);
    const path = before + selection.name;
    return [path, ...pathsIn(selection.selections ?? [], `${path}.`)];
  });
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
