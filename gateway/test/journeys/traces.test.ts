import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Network, operation } from './network.ts';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { key: string; value: object }[];
  readonly links?: readonly { traceId: string; spanId: string }[];
}
type Received = Span & { readonly service: string };

interface Traced {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue: string } }[] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

/** Receives traces as a collector would: OTLP over HTTP, in JSON. */
const spans: Received[] = [];
let sent = '';
const receiver = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  sent += body;
  for (const { resource, scopeSpans } of (JSON.parse(body) as Traced).resourceSpans) {
    const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
    spans.push(...scopeSpans.flatMap((scope) => scope.spans.map((span) => ({ ...span, service }))));
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
});

let network: Network;
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  network = await Network.start('traces', { tracesTo: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}` });
});
afterAll(async () => {
  await network?.close();
  receiver.closeAllConnections();
  receiver.close();
});

/** How spans stand in one another, e.g. `gateway request > gateway plan`. */
function edgesOf(tree: readonly Received[]): Set<string> {
  const byId = new Map(tree.map((span) => [span.spanId, span]));
  return new Set(
    tree.flatMap(({ service, name, parentSpanId }) => {
      const above = byId.get(parentSpanId ?? '');
      return above ? [`${above.service} ${above.name} > ${service} ${name}`] : [];
    }),
  );
}

/** The trace of the first, second … request, once it holds together and has these edges. Each process sends what it has once a second, and none waits for the others. */
async function traceOf(request: number, edges: readonly string[]): Promise<Received[]> {
  for (;;) {
    const root = spans.filter(({ service, name }) => service === 'gateway' && name === 'request')[request - 1];
    const tree = spans.filter((span) => span.traceId === root?.traceId);
    const ids = new Set(tree.map(({ spanId }) => spanId));
    const holds = tree.every(({ parentSpanId }) => !parentSpanId || ids.has(parentSpanId));
    const known = edgesOf(tree);
    if (tree.length > 0 && holds && edges.every((edge) => known.has(edge))) return tree;
    await pause(100);
  }
}

const clientTrace = '4bf92f3577b34da6a3ce929d0e0e4736';

test('one request is one tree: the gateway, its plan, each fetch, each subgraph, and each statement', async () => {
  const question = await operation('console/export-question.graphql');
  const headers = { traceparent: `00-${clientTrace}-00f067aa0ba902b7-01` };
  const answer = await network.ask(question, 'member', { country: 'MA' }, 'en', headers);
  expect(answer.errors).toEqual([]);
  const subgraphs = ['membership', 'accelerator', 'export-advisor', 'investment-fund'];
  const tree = await traceOf(1, [
    'gateway request > gateway plan',
    ...subgraphs.flatMap((name) => [`gateway request > gateway fetch ${name}`, `gateway fetch ${name} > ${name} request`]),
    'membership request > membership SELECT',
    'export-advisor request > export-advisor SELECT',
  ]);

  const roots = tree.filter((span) => !span.parentSpanId);
  expect(roots.map(({ service, name }) => `${service} ${name}`)).toEqual(['gateway request']);
  // What a client says of its own trace is only pointed to.
  expect(roots[0]?.traceId).not.toBe(clientTrace);
  expect(roots[0]?.links).toMatchObject([{ traceId: clientTrace }]);
  const statement = tree.find((span) => span.name === 'SELECT')?.attributes.find(({ key }) => key === 'db.query.text');
  expect(JSON.stringify(statement)).toMatch(/SELECT/);
});

test('nothing that a client wrote, and nobody’s name, is in any of it', async () => {
  await network.ask(
    'query Hush($name: String!) { veryOwnName: companies(first: 1, search: $name) { edges { node { legalName } } } }',
    'staff',
    {
      name: 'Cantepau',
    },
  );
  await traceOf(2, ['gateway request > gateway plan', 'membership request > membership SELECT']);
  expect(sent).toContain('SELECT');
  expect(sent).not.toMatch(/Cantepau|Hush|veryOwnName|Bearer|(company|person)_[0-9a-z]{26}|[0-9a-f]{8}(-[0-9a-f]{4}){3}/i);
});
