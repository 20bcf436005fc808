import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type { OperationSize } from './operation-size.ts';

const keptForOne = 20;

interface OfOperation {
  /** Names of the variables that say how long a page is, and what is left out. */
  readonly deciding: readonly string[];
  readonly sizes: Map<string, OperationSize>;
}

/** Sizes of operations that were asked before with the same sizes of pages and the same conditions, so that the walk is made once. */
export class KnownSizes {
  private readonly bySchema = new WeakMap<GraphQLSchema, WeakMap<OperationDefinitionNode, OfOperation>>();

  /**
   * @param document that holds the operation
   * @param variables coerced
   */
  sizeOf(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    work: () => OperationSize,
  ): OperationSize {
    const { deciding, sizes } = this.of(schema, document, operation);
    const key = keyOf(deciding, variables);
    const known = sizes.get(key);
    if (known) return known;
    if (sizes.size >= keptForOne) sizes.clear();
    const size = work();
    sizes.set(key, size);
    return size;
  }

  private of(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): OfOperation {
    const ofSchema = this.bySchema.get(schema) ?? new WeakMap<OperationDefinitionNode, OfOperation>();
    this.bySchema.set(schema, ofSchema);
    const ofOperation = ofSchema.get(operation) ?? { deciding: decidingIn(document), sizes: new Map() };
    ofSchema.set(operation, ofOperation);
    return ofOperation;
  }
}

/** An argument that is null where the field wants a value makes all arguments of the field unreadable, so it counts which are null. */
function keyOf(deciding: readonly string[], variables: Readonly<Record<string, unknown>>): string {
  let key = '';
  for (const name of deciding) key += `${String(variables[name])} `;
  for (const name in variables) if (variables[name] === null) key += `${name} `;
  return key;
}

function decidingIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if (value.kind === Kind.VARIABLE && ['first', 'last', 'if'].includes(name.value)) names.add(value.name.value);
    },
  });
  return [...names];
}
