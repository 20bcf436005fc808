import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { OperationSize } from './operation-size.ts';

const keptForOne = 20;

/** Sizes of operations that were asked before with the same sizes of pages and the same conditions, so that the walk is made once. */
export class KnownSizes {
  private readonly bySchema = new WeakMap<GraphQLSchema, WeakMap<OperationDefinitionNode, Map<string, OperationSize>>>();

  /** @param variables coerced; only numbers, truth values and null can change a size */
  sizeOf(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    work: () => OperationSize,
  ): OperationSize {
    const ofOperation = this.sizes(schema, operation);
    const key = JSON.stringify(
      Object.entries(variables).filter(([, value]) => value === null || ['number', 'boolean'].includes(typeof value)),
    );
    const size = ofOperation.get(key) ?? work();
    if (ofOperation.size >= keptForOne && !ofOperation.has(key)) ofOperation.clear();
    ofOperation.set(key, size);
    return size;
  }

  private sizes(schema: GraphQLSchema, operation: OperationDefinitionNode): Map<string, OperationSize> {
    const ofSchema = this.bySchema.get(schema) ?? new WeakMap<OperationDefinitionNode, Map<string, OperationSize>>();
    this.bySchema.set(schema, ofSchema);
    const ofOperation = ofSchema.get(operation) ?? new Map<string, OperationSize>();
    ofSchema.set(operation, ofOperation);
    return ofOperation;
  }
}
