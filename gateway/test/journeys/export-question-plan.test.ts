import { readFile } from 'node:fs/promises';
import { operationFromDocument, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner } from '@apollo/query-planner';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { operation } from './network.ts';

/** How many fetches wait for one another, one behind the other. */
function hops(node: PlanNode | undefined): number {
  if (!node) return 0;
  if (node.kind === 'Fetch') return 1;
  if (node.kind === 'Flatten') return hops(node.node);
  if (node.kind === 'Sequence') return node.nodes.map(hops).reduce((sum, one) => sum + one, 0);
  if (node.kind === 'Parallel') return Math.max(0, ...node.nodes.map(hops));
  throw new Error(`the export question is planned with a ${node.kind}`);
}

test('the export question takes at most four hops behind one another', async () => {
  const sdl = await readFile(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
  const supergraph = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  const document = parse(await operation('console/export-question.graphql'));
  const { node } = new QueryPlanner(supergraph).buildQueryPlan(operationFromDocument(supergraph.schema, document));
  const counted = hops(node as PlanNode | undefined);
  expect(counted).toBeGreaterThan(1);
  expect(counted).toBeLessThanOrEqual(4);
});
