import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { gatewaySettings } from '@leader/gateway/src/config.ts';
import { plannersCopy } from '@leader/gateway/src/supergraph/planners-copy.ts';
import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { bodyHash, type IdentityClaims, identityHeader, signIdentity } from '@leader/subgraph-kit/identity/identity-token';

interface Caller {
  readonly token: string;
}

/** The gateway library with its own fetcher, as one has it after reading its manual: no deadline, no mask, no breaker. Takes every token at its word. */
export async function openStockGateway(environment: NodeJS.ProcessEnv): Promise<{ url: string; close(): Promise<void> }> {
  const config = readConfig(gatewaySettings, environment);
  const gateway = new ApolloGateway({
    supergraphSdl: plannersCopy(await readFile(config.SUPERGRAPH_FILE, 'utf8')),
    buildService: ({ name }) => {
      const subgraph = config.subgraphs.get(name);
      if (!subgraph) throw new Error(`no address for ${name}`);
      return new RemoteGraphQLDataSource<Caller>({
        url: new URL('/graphql', subgraph.url).href,
        willSendRequest: ({ request, context }) => request.http?.headers.set('authorization', context.token ?? ''),
        fetcher: (url, { headers, ...init } = {}) => {
          const claims = claimsOf(headers?.['authorization'] ?? '', name, String(init.body));
          const signed = { ...headers, [identityHeader]: signIdentity(claims, subgraph.key) };
          return fetch(url, { ...init, headers: signed } as RequestInit) as never;
        },
      });
    },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const apollo = new ApolloServer<Caller>({ gateway, csrfPrevention: false, stopOnTerminationSignals: false });
  await apollo.start();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: 'POST',
        headers: new HeaderMap([['content-type', 'application/json']]),
        search: '',
        body: JSON.parse(Buffer.concat(chunks).toString()),
      },
      context: async () => ({ token: request.headers.authorization ?? '' }),
    });
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
    response.end(answer.body.kind === 'complete' ? answer.body.string : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await apollo.stop();
    },
  };
}

function claimsOf(authorization: string, audience: string, body: string): IdentityClaims {
  const payload = Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString();
  const { sub, client_id, scope, contract, roles, company, branch, hub, class: serviceClass } = JSON.parse(payload);
  const now = Math.floor(Date.now() / 1000);
  const place = Object.fromEntries(Object.entries({ company, branch, hub }).filter(([, value]) => value !== undefined));
  return {
    iss: 'gateway',
    aud: audience,
    sub,
    client_id,
    ...place,
    roles,
    contract,
    scopes: scope.split(' '),
    class: serviceClass,
    lang: 'en',
    txn: 'stock',
    bh: bodyHash(body),
    iat: now,
    exp: now + 30,
    dl: Date.now() + 10_000,
  };
}
