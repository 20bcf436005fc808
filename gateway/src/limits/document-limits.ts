import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
} from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import type { DocumentLimits } from './limits.ts';
import { Measuring } from './measure.ts';
import { brokenText, tooLarge, unreadable } from './too-large.ts';

/**
 * Reads a document and holds every operation of it to the limits, before anything is done with it whose cost could surprise.
 *
 * @returns nothing when the text is no GraphQL: whoever carries it out says where
 * @throws KnownError that says which limit is passed
 */
export function readDocument(text: string, limits: DocumentLimits): DocumentNode | undefined {
  if (brokenText.test(text)) throw unreadable();
  const document = parsed(text, limits);
  if (!document) return undefined;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measuring = new Measuring(fragments, limits);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) checkOperation(definition, measuring, limits);
    // One that nobody spreads is refused later; until then it must not cost more than the others.
    if (definition.kind === Kind.FRAGMENT_DEFINITION) measuring.of(definition.selectionSet);
  }
  return document;
}

/** @throws KnownError when the document does not hold the operation asked for, or one that nobody can be given. */
export function chooseOperation(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new KnownError('BAD_USER_INPUT', sentences.unknownOperation);
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw new KnownError('BAD_USER_INPUT', sentences.noSubscriptions);
  return operation;
}

function parsed(text: string, limits: DocumentLimits): DocumentNode | undefined {
  try {
    // Nobody is told where in it something stands, which would take more room than all the rest.
    return parse(text, { maxTokens: limits.tokens, noLocation: true });
  } catch (error) {
    // The parser calls itself for each list within a list, and the stack ends before the words do.
    if (error instanceof RangeError) throw tooLarge('depth', limits.depth);
    if (!(error instanceof GraphQLError)) throw error;
    if (/contains more tha[nt] \d+ tokens/.test(error.message)) throw tooLarge('tokens', limits.tokens);
    return undefined;
  }
}

function checkOperation(operation: OperationDefinitionNode, measuring: Measuring, limits: DocumentLimits): void {
  const { fields } = measuring.of(operation.selectionSet);
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  if (isMutation && fields > limits.rootMutationFields) throw tooLarge('rootMutationFields', limits.rootMutationFields);
  if (fields > limits.rootFields) throw tooLarge('rootFields', limits.rootFields);
  if ((operation.directives?.length ?? 0) > limits.directives) throw tooLarge('directives', limits.directives);
}
