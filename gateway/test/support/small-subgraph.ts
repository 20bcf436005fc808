import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type IdentityClaims, type IdentityKey, identityHeader, verifyIdentity } from '@leader/subgraph-kit/identity/identity-token';
import { type DocumentNode, type GraphQLSchema, graphql, parse } from 'graphql';

export interface SmallSubgraphParts {
  readonly name: string;
  readonly sdl: string;
  /** What it links to: today's federation unless told, nothing for that of the first version. */
  readonly link?: string;
  // biome-ignore lint/suspicious/noExplicitAny: resolvers of a test schema are of every shape.
  readonly resolvers?: any;
  /** How long it thinks about a request before it answers, in milliseconds; nothing unless told. */
  readonly pace?: (body: string) => number;
}

/** A whole answer sent instead of the true one, to see what the gateway makes of it. */
export type Fault = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export interface ReceivedRequest {
  readonly claims: IdentityClaims;
  readonly headers: IncomingMessage['headers'];
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject", "@override", "@authenticated", "@requiresScopes", "@policy"])';

/** A real subgraph on a real port, a few lines long. It checks the identity token as the true ones do. */
export class SmallSubgraph {
  readonly received: ReceivedRequest[] = [];
  fault: Fault | undefined;
  isReady = true;
  readonly schema: GraphQLSchema;
  readonly typeDefs: DocumentNode;
  private readonly server: Server;

  constructor(
    readonly parts: SmallSubgraphParts,
    readonly key: IdentityKey,
  ) {
    this.typeDefs = parse(`${parts.link ?? link}\n${parts.sdl}`);
    this.schema = buildSubgraphSchema([{ typeDefs: this.typeDefs, resolvers: parts.resolvers ?? {} }]);
    // It waits as long as the true ones for the next request.
    this.server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => void this.answer(request, response));
  }

  get name(): string {
    return this.parts.name;
  }

  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.server.unref().listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/health/ready') {
      response.writeHead(this.isReady ? 200 : 503).end();
      return;
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    if (this.fault) return this.fault(request, response, body);
    const pause = this.parts.pace?.(body) ?? 0;
    if (pause > 0) await setTimeout(pause);
    const claims = verifyIdentity(request.headers[identityHeader], { audience: this.name, body, keys: [this.key], now: Date.now() / 1000 });
    const { query, variables, operationName } = JSON.parse(body);
    this.received.push({ claims, headers: request.headers, query, variables });
    const result = await graphql({
      schema: this.schema,
      source: query,
      variableValues: variables,
      operationName,
      contextValue: { claims },
    });
    sendJson(response, result.data === undefined ? 400 : 200, result);
  }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
