import { type DirectiveNode, type DocumentNode, Kind, type SelectionNode, type SelectionSetNode, visit } from 'graphql';

/**
 * A valid document in which `@include` and `@skip` hang on variables alone. Where the planner sets a condition around a whole fetch it takes
 * `@include(if: false)` away with it, and what nobody wants would be asked, and could fail. A set of which nothing is left asks for the type.
 */
export function withoutDecided(document: DocumentNode): DocumentNode {
  return visit(document, { [Kind.SELECTION_SET]: { leave: kept } });
}

function kept(set: SelectionSetNode): SelectionSetNode | undefined {
  if (!set.selections.some(({ directives = [] }) => directives.some((one) => decisionOf(one) !== undefined))) return undefined;
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    const { directives = [] } = selection;
    const decisions = directives.map(decisionOf);
    if (decisions.includes(false)) return [];
    return [{ ...selection, directives: directives.filter((_, index) => decisions[index] === undefined) }];
  });
  const typename: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  return { ...set, selections: selections.length > 0 ? selections : [typename] };
}

/** Whether what it stands at is wanted, where that is decided for every request. */
function decisionOf({ name, arguments: given = [] }: DirectiveNode): boolean | undefined {
  if (name.value !== 'include' && name.value !== 'skip') return undefined;
  const value = given[0]?.value;
  return value?.kind === Kind.BOOLEAN ? value.value === (name.value === 'include') : undefined;
}
