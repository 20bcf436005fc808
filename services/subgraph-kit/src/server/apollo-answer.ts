import type { IncomingHttpHeaders } from 'node:http';
import { type ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';

/** A whole answer of Apollo Server. */
export interface ApolloAnswer {
  readonly status: number;
  readonly headers: HeaderMap;
  readonly text: string;
}

/**
 * Has Apollo Server answer a request by its own interface for HTTP.
 *
 * @param body as JSON has it
 */
export async function answerOfApollo<Context extends BaseContext>(
  server: ApolloServer<Context>,
  headers: IncomingHttpHeaders,
  body: unknown,
  context: Context,
): Promise<ApolloAnswer> {
  const asked = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value) asked.set(name, Array.isArray(value) ? value.join(', ') : value);
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers: asked, search: '', body },
    context: async () => context,
  });
  // In pieces comes only what is deferred, which no schema here has a directive for.
  if (answer.body.kind !== 'complete') throw new Error('an answer came in pieces');
  return { status: answer.status ?? 200, headers: answer.headers, text: answer.body.string };
}
