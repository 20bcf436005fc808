import { graphql } from 'graphql';
import { serveBytes } from './byte-server.ts';
import { type SubgraphName, subgraphs } from './graph/sdls.ts';
import { subgraphSchemas } from './graph/subgraph-schemas.ts';

// All subgraphs in one process of their own. Tells where they listen, and how many requests came whenever it is asked.
let requests = 0;
const schemas = subgraphSchemas();

async function answerOf(name: SubgraphName, body: string): Promise<string> {
  const { query, variables } = body === '' ? { query: '{ __typename }', variables: {} } : JSON.parse(body);
  return JSON.stringify(await graphql({ schema: schemas[name], source: query, variableValues: variables }));
}

const urls: Record<string, string> = {};
for (const name of subgraphs) {
  urls[name] = await serveBytes(
    (body) => answerOf(name, body),
    () => (requests += 1),
  );
}
process.on('message', () => process.send?.(requests));
process.send?.(urls);
process.once('disconnect', () => process.exit());
