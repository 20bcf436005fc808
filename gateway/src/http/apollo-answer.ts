import { HeaderMap } from '@apollo/server';
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
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(visit.headers)) if (value) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: asked },
    context: async () => context,
  });
  // In pieces comes only what is deferred, which no contract has a directive for.
  if (answer.body.kind !== 'complete') throw new Error('an answer came in pieces');
  visit.answer(answer.status ?? 200, Object.fromEntries(answer.headers), answer.body.string);
}
