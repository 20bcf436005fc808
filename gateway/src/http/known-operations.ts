import type { Log } from '@leader/subgraph-kit/log/log';
import type { ValidatedDocuments } from '../documents/validated-documents.ts';
import type { OperationResult } from '../execution/operation.ts';
import type { PlanningGateway } from '../supergraph/planning-gateway.ts';
import type { GatewayContext } from './gateway-context.ts';
import { answerTo, answerToFault, type OperationAnswer } from './operation-answer.ts';
import type { GraphQLRequestBody } from './request-body.ts';

/**
 * Answers operations of documents that were found valid before. Apollo Server would have nothing left to do with them but to
 * pass them on to the same execution.
 */
export class KnownOperations {
  private known = 0;
  private unknown = 0;

  constructor(
    private readonly gateway: PlanningGateway<GatewayContext>,
    private readonly validated: ValidatedDocuments,
    private readonly log: Log,
  ) {}

  /** How many requests were answered here, and how many were left to Apollo Server. */
  get figures(): { readonly known: number; readonly unknown: number } {
    return { known: this.known, unknown: this.unknown };
  }

  /**
   * Nothing for a document that nobody has looked at.
   *
   * @param accept the request's Accept header
   */
  answer(
    { query, operationName, variables = {} }: GraphQLRequestBody,
    accept: string | undefined,
    context: GatewayContext,
  ): Promise<OperationAnswer> | undefined {
    const view = this.gateway.views.get(context.identity.caller.contract);
    const known = view && this.validated.find(view, query);
    if (!known) {
      this.unknown += 1;
      return undefined;
    }
    this.known += 1;
    const { document, hash } = known;
    return this.carryOut({ view, document, hash, operationName, variables }, accept, context);
  }

  private async carryOut(
    asked: Parameters<PlanningGateway['run']>[0],
    accept: string | undefined,
    context: GatewayContext,
  ): Promise<OperationAnswer> {
    const { identity, charge } = context;
    const listener = { reference: identity.requestId, language: identity.language, log: this.log };
    let result: OperationResult;
    try {
      result = await this.gateway.run(asked, context);
    } catch (fault) {
      return answerToFault(fault, charge.report, accept, listener);
    }
    return answerTo(result, charge.report, accept, listener);
  }
}
