import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../http/gateway-context.ts';

/** Puts into every answer, refusals included, what it cost and what is left. */
export const costInAnswers: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response: { body } }) => {
      if (body.kind !== 'single') return;
      body.singleResult.extensions = { ...body.singleResult.extensions, cost: contextValue.charge.report };
    },
  }),
};
