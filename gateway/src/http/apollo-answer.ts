import { answerOfApollo } from '@leader/subgraph-kit/server/apollo-answer';
import type { GatewayContext } from './gateway-context.ts';
import type { GraphServers } from './graph-server.ts';
import type { GraphQLRequestBody } from './request-body.ts';
import type { Visit } from './visit.ts';

/** Has Apollo Server answer a request whose document nobody has looked at yet. */
export async function answerByApollo(
  servers: GraphServers,
  visit: Visit,
  asked: GraphQLRequestBody,
  context: GatewayContext,
): Promise<void> {
  const server = servers.get(context.identity.caller.contract);
  if (!server) throw new Error('there is no server for this contract');
  const { status, headers, text } = await answerOfApollo(server, visit.headers, asked, context);
  visit.answer(status, Object.fromEntries(headers), text);
}
