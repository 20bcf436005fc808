import type { DocumentNode } from 'graphql';
import { LatestTexts } from '../documents/latest-texts.ts';
import { KnownError } from '../errors/known-error.ts';
import type { GraphQLRequestBody } from '../http/request-body.ts';
import { chooseOperation, readDocument } from './document-limits.ts';
import type { RequestLimits } from './limits.ts';
import { checkVariables } from './variable-limits.ts';

/** Examines requests before anything is done with them, and remembers documents that have passed. */
export class ExaminedDocuments {
  private readonly passed = new LatestTexts<DocumentNode>();

  constructor(private readonly limits: RequestLimits) {}

  /** Says which limit a request passes, if any. */
  refusalOf(request: GraphQLRequestBody): KnownError | undefined {
    try {
      this.examine(request);
      return undefined;
    } catch (error) {
      if (error instanceof KnownError) return error;
      throw error;
    }
  }

  private examine({ query, operationName, variables }: GraphQLRequestBody): void {
    const document = this.passed.find(query) ?? readDocument(query, this.limits.document);
    if (!document) return;
    this.passed.keep(query, document);
    chooseOperation(document, operationName);
    if (variables) checkVariables(variables, this.limits.variables);
  }
}
