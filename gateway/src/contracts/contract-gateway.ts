import type { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { ExecutionResult } from 'graphql';
import type { ValidatedDocuments } from '../documents/validated-documents.ts';
import type { PlanningGateway } from '../supergraph/planning-gateway.ts';
import type { Contract } from './contract.ts';

type GatewayRequest = Parameters<ApolloGateway['executor']>[0];
type Gateway = ApolloServerOptionsWithGateway<object>['gateway'];

/**
 * What Apollo Server asks of a gateway, for the callers of one contract: their own schema to validate against and to look into.
 * What it cannot see does not exist there. Planning and execution are the one graph's, since only that loads with its rights.
 */
export class ContractGateway<Context> implements Gateway {
  /** @param validated told of each document that the server found valid */
  constructor(
    private readonly contract: Contract,
    private readonly planning: PlanningGateway<Context>,
    private readonly validated: ValidatedDocuments,
  ) {}

  onSchemaLoadOrUpdate(callback: Parameters<Gateway['onSchemaLoadOrUpdate']>[0]): () => void {
    return this.planning.onViews((views) => {
      const apiSchema = views.get(this.contract);
      if (!apiSchema) throw new Error(`there is no contract ${this.contract}`);
      callback({ apiSchema, coreSupergraphSdl: '' });
    });
  }

  async load(): ReturnType<Gateway['load']> {
    return { executor: (request) => this.execute(request) };
  }

  private async execute({ schema: view, source, document, queryHash: hash, request, context }: GatewayRequest): Promise<ExecutionResult> {
    this.validated.remember(view, source, { document, hash });
    const { operationName = undefined, variables = {} } = request;
    // By types of the library's own the context is anybody's; it is what the server was given for this request.
    const asked = { view, document, hash, operationName: operationName ?? undefined, variables };
    const { data, errors } = await this.planning.run(asked, context as unknown as Context);
    return { ...(data !== undefined && { data: JSON.parse(data) }), ...(errors.length > 0 && { errors }) };
  }

  async stop(): Promise<void> {}
}
