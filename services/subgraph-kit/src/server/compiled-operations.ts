import { type DocumentNode, type GraphQLSchema, getOperationAST, visit } from 'graphql';
import { CompiledOperation } from '../execution/compiled-operation.ts';

/** What is compiled takes about a hundred times the room of its text. */
const mostDocuments = 500;
const mostCharacters = 1024 * 1024;
const longestKept = 64 * 1024;

interface Known {
  readonly document: DocumentNode;
  /** By the name a request gives, if any; null where it fits no operation that can be carried out here. */
  readonly operations: Map<string | undefined, CompiledOperation | null>;
}

/**
 * The documents that came before, by their very text: parsed, validated and within bounds. Those that came longest ago are forgotten.
 * What they ask for is compiled.
 */
export class CompiledOperations {
  private readonly known = new Map<string, Known>();
  private characters = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  knows(text: unknown): boolean {
    return this.known.has(text as string);
  }

  /** The operation a request means, unless it is new, or not plain enough to be carried out here. */
  find(text: string, operationName: string | undefined): CompiledOperation | undefined {
    const found = this.known.get(text);
    if (!found) return undefined;
    this.known.delete(text);
    this.known.set(text, found);
    let operation = found.operations.get(operationName);
    if (operation === undefined) {
      operation = this.compile(found.document, operationName);
      // A name that fits none is one of many.
      if (operation) found.operations.set(operationName, operation);
    }
    return operation ?? undefined;
  }

  /** @param document valid, and within bounds */
  remember(text: string, document: DocumentNode): void {
    if (text.length > longestKept || this.known.has(text) || !isPlain(document)) return;
    this.known.set(text, { document, operations: new Map() });
    this.characters += text.length;
    for (const oldest of this.known.keys()) {
      if (this.known.size <= mostDocuments && this.characters <= mostCharacters) break;
      this.known.delete(oldest);
      this.characters -= oldest.length;
    }
  }

  private compile(document: DocumentNode, operationName: string | undefined): CompiledOperation | undefined {
    const operation = getOperationAST(document, operationName);
    if (!operation || operation.operation === 'subscription' || !this.schema.getRootType(operation.operation)) return undefined;
    return new CompiledOperation(this.schema, document, operation);
  }
}

/** Whether nothing asks about the schema itself, and no name would mean something to an object of the answer. */
function isPlain(document: DocumentNode): boolean {
  let plain = true;
  visit(document, {
    Field({ name, alias }) {
      if (name.value === '__schema' || name.value === '__type' || alias?.value === '__proto__') plain = false;
    },
  });
  return plain;
}
