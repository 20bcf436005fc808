import { Kind, type OperationDefinitionNode, type SelectionNode } from 'graphql';

const rootNames: Readonly<Record<string, string>> = { query: 'Query', mutation: 'Mutation' };

/**
 * The question without conditions that ask for the root to be the root, `... on Query`; the same one where there are none. The planner
 * writes the names that roots have in the supergraph, and a subgraph may call its own otherwise.
 */
export function withoutRootName(operation: OperationDefinitionNode): OperationDefinitionNode {
  const root = rootNames[operation.operation];
  const unnamed = (selection: SelectionNode): SelectionNode => {
    if (selection.kind !== Kind.INLINE_FRAGMENT || (selection.typeCondition && selection.typeCondition.name.value !== root))
      return selection;
    const { typeCondition, ...fragment } = selection;
    const selections = fragment.selectionSet.selections.map(unnamed);
    return typeCondition || isChanged(selections, fragment.selectionSet.selections)
      ? { ...fragment, selectionSet: { ...fragment.selectionSet, selections } }
      : selection;
  };
  const { selections } = operation.selectionSet;
  const changed = selections.map(unnamed);
  return isChanged(changed, selections) ? { ...operation, selectionSet: { ...operation.selectionSet, selections: changed } } : operation;
}

function isChanged(now: readonly SelectionNode[], before: readonly SelectionNode[]): boolean {
  return now.some((selection, index) => selection !== before[index]);
}
