import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { openLog } from '@leader/subgraph-kit/log/log';
import Fastify from 'fastify';
import { gatewaySettings } from '../../../../gateway/src/config.ts';
import { ContractGateway } from '../../../../gateway/src/contracts/contract-gateway.ts';
import { ValidatedDocuments } from '../../../../gateway/src/documents/validated-documents.ts';
import { carryOut } from '../../../../gateway/src/execution/carry-out.ts';
import type { Execution } from '../../../../gateway/src/execution/execution.ts';
import { openFrontDoor } from '../../../../gateway/src/front-door.ts';
import { anonymous } from '../../../../gateway/src/identity/caller.ts';
import { PlanningGateway, type Run } from '../../../../gateway/src/supergraph/planning-gateway.ts';
import { SupergraphFile } from '../../../../gateway/src/supergraph/supergraph-file.ts';
import { thereToTheEnd } from '../../../../gateway/src/transport/audience.ts';
import { SubgraphTransport } from '../../../../gateway/src/transport/subgraph-transport.ts';

// A process of its own, so that its processor time can be read: `protected` or `bare`, and the settings of a gateway as JSON.
const [kind, settings = '{}'] = process.argv.slice(2);
const config = readConfig(gatewaySettings, JSON.parse(settings));
const log = openLog('bench', 'error');

/** The same planner, execution and transport, and nothing that looks at who asks, for how much, or how. */
async function openBareDoor(): Promise<string> {
  const breaker = { window: config.BREAKER_WINDOW, failureRatio: config.BREAKER_FAILURES, rest: config.BREAKER_REST };
  const limits = {
    fetchTimeout: config.FETCH_TIMEOUT,
    largestAnswer: config.LARGEST_ANSWER,
    connections: config.SUBGRAPH_CONNECTIONS,
    breaker,
  };
  const transport = new SubgraphTransport(config.subgraphs, limits, log);
  const run: Run<unknown> = async (graph, asked) => {
    const { document, hash, operationName, variables } = asked;
    const execution: Execution = {
      transport,
      observe: undefined,
      log,
      supergraph: graph.full,
      requirements: graph.requirements,
      identity: {
        caller: anonymous,
        language: 'en',
        requestId: 'bench',
        deadline: Date.now() + config.REQUEST_TIMEOUT,
        client: thereToTheEnd,
      },
      variables,
      coerced: variables,
      data: Object.create(null),
      repeated: new Set(),
      began: performance.now(),
      arrivals: [],
      unplaced: [],
    };
    return carryOut(graph, asked, graph.program(document, operationName, hash), execution);
  };
  const files = { supergraph: config.SUPERGRAPH_FILE, contracts: config.CONTRACTS_DIR };
  const file = new SupergraphFile(files, [...config.subgraphs.keys()], config.SUPERGRAPH_POLL, log);
  const planning = await PlanningGateway.open(file, run, { introspection: 'everybody' });
  const validated = new ValidatedDocuments();
  const apollo = new ApolloServer({ gateway: new ContractGateway('internal', planning, validated) });
  await apollo.start();
  const unknown = fastifyApolloHandler(apollo);
  const app = Fastify();
  app.post('/graphql', async (request, reply) => {
    const { query, operationName, variables = {} } = request.body as { query: string; operationName?: string; variables?: object };
    const view = planning.views.get('internal');
    const known = view && validated.find(view, query);
    if (!known) return unknown.call(app, request, reply);
    const { data } = await planning.run({ view, ...known, operationName, variables: { ...variables } }, undefined);
    reply.type('application/json; charset=utf-8');
    return `{"data":${data}}`;
  });
  return app.listen({ host: config.HOST, port: 0 });
}

const url = kind === 'protected' ? (await openFrontDoor(config, log)).url : await openBareDoor();
process.send?.(url);
// Gone with whoever started it.
process.once('disconnect', () => process.exit());
