import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { PlanningGateway } from '../supergraph/planning-gateway.ts';
import type { Contract } from './contract.ts';

type Gateway = ApolloServerOptionsWithGateway<object>['gateway'];

/**
 * What Apollo Server asks of a gateway, for the callers of one contract: their own schema to validate against and to look into.
 * What it cannot see does not exist there. Planning and execution are the one graph's, since only that loads with its rights.
 */
export class ContractGateway implements Gateway {
  constructor(
    private readonly contract: Contract,
    private readonly planning: PlanningGateway,
  ) {}

  onSchemaLoadOrUpdate(callback: Parameters<Gateway['onSchemaLoadOrUpdate']>[0]): () => void {
    return this.planning.onViews((views) => {
      const apiSchema = views.get(this.contract);
      if (!apiSchema) throw new Error(`there is no contract ${this.contract}`);
      callback({ apiSchema, coreSupergraphSdl: '' });
    });
  }

  async load(): ReturnType<Gateway['load']> {
    return { executor: this.planning.execute };
  }

  async stop(): Promise<void> {}
}
