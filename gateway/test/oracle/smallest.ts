import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  type VariableNode,
  visit,
} from 'graphql';

/** Leaves out of a document whatever can be left out with `isBad` still true, so that a person sees what matters. */
export async function smallest(text: string, isBad: (text: string) => Promise<boolean>): Promise<string> {
  let best = parse(text, { noLocation: true });
  for (let index = 0; ; ) {
    const candidate = without(best, index);
    if (!candidate) return print(best);
    if (asksSomething(candidate) && (await isBad(print(candidate)))) best = candidate;
    else index += 1;
  }
}

function asksSomething({ definitions }: DocumentNode): boolean {
  return definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION && one.selectionSet.selections.length > 0);
}

/** Without its nth selection; nothing when it has none. */
function without(document: DocumentNode, nth: number): DocumentNode | undefined {
  let seen = -1;
  const cut = visit(document, {
    SelectionSet: {
      enter: (node): SelectionSetNode | undefined => {
        const kept = node.selections.filter(() => {
          seen += 1;
          return seen !== nth;
        });
        return kept.length < node.selections.length ? { ...node, selections: kept } : undefined;
      },
    },
  });
  return seen < nth ? undefined : tidy(cut);
}

/** Without empty selections and what nobody uses any more. */
function tidy(document: DocumentNode): DocumentNode {
  const filled: DocumentNode = visit(document, {
    Field: { leave: (node) => (node.selectionSet?.selections.length === 0 ? null : undefined) },
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
  });
  const spread = new Set<string>();
  visit(filled, { FragmentSpread: ({ name }) => void spread.add(name.value) });
  const definitions = filled.definitions.filter((one) => one.kind !== Kind.FRAGMENT_DEFINITION || spread.has(one.name.value));
  const used = new Set<string>();
  for (const one of definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION || one.kind === Kind.OPERATION_DEFINITION) {
      visit(one.selectionSet, { Variable: ({ name }: VariableNode) => void used.add(name.value) });
    }
  }
  return {
    ...filled,
    definitions: definitions.map((one) => (one.kind === Kind.OPERATION_DEFINITION ? withVariables(one, used) : one)),
  };
}

function withVariables(operation: OperationDefinitionNode, used: ReadonlySet<string>): OperationDefinitionNode {
  return {
    ...operation,
    variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)),
  };
}
