import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { fieldsOf } from './fields.ts';
import { executeFields, executeInTurn, type Field } from './objects.ts';
import { isPromise, Run } from './run.ts';
import { Selection, switchesOf, valuesOf } from './selection.ts';

type Variables = Readonly<Record<string, unknown>>;
type Answer = ExecutionResult;

const mostCombinations = 64;

/**
 * One operation of a valid document, worked out once: which fields of which type it asks for, how each is resolved and completed.
 * Carried out it answers what `execute` of the GraphQL library answers.
 */
export class CompiledOperation {
  private readonly switches: readonly string[];
  /** Its root fields, by the values of its switches. */
  private readonly combinations = new Map<string, readonly Field[]>();

  constructor(
    private readonly schema: GraphQLSchema,
    readonly document: DocumentNode,
    readonly operation: OperationDefinitionNode,
  ) {
    this.switches = switchesOf(document);
  }

  /** @param variables as the operation declares them, coerced, defaults included */
  execute(context: unknown, variables: Variables): Answer | PromiseLike<Answer> {
    const run = new Run(context, variables);
    const broken = (error: unknown): Answer => {
      run.note(error as GraphQLError, undefined);
      return { errors: run.errors, data: null };
    };
    try {
      const fields = this.fieldsWith(variables);
      const data =
        this.operation.operation === 'mutation' ? executeInTurn(fields, run, undefined) : executeFields(fields, run, undefined, undefined);
      return isPromise(data) ? data.then((settled) => answerOf(run, settled), broken) : answerOf(run, data);
    } catch (error) {
      return broken(error);
    }
  }

  private fieldsWith(variables: Variables): readonly Field[] {
    const combination = this.switches.map((name) => String(variables[name])).join();
    const found = this.combinations.get(combination);
    if (found) return found;
    if (this.combinations.size >= mostCombinations) this.combinations.clear();
    const { schema, document, operation } = this;
    const root = schema.getRootType(operation.operation);
    if (!root) throw new Error(`the schema has no ${operation.operation}`);
    const selection = new Selection(schema, document, operation, valuesOf(this.switches, variables));
    const fields = fieldsOf(selection, root, selection.atRoot(root));
    this.combinations.set(combination, fields);
    return fields;
  }
}

function answerOf({ errors }: Run, data: Record<string, unknown>): Answer {
  return errors.length > 0 ? { errors, data } : { data };
}
