import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Log } from '@leader/subgraph-kit/log/log';
import { type DocumentNode, Kind, parse } from 'graphql';
import type { Graph } from '../supergraph/graph.ts';
import type { PlanningGateway } from '../supergraph/planning-gateway.ts';
import type { Manifest } from './manifest.ts';

/**
 * Plans every registered document for each version of the graph as it comes, so that nobody waits for what everybody will
 * ask: one at a time, with requests in between. Answers how to stop.
 */
export function preparePlans(gateway: PlanningGateway, manifests: readonly Manifest[], log: Log): () => void {
  const texts = new Map(manifests.flatMap(({ documents }) => Object.entries(documents).map(([hash, { text }]) => [hash, text] as const)));
  let prepared: Graph | undefined;
  const forget = gateway.onViews(() => {
    const graph = gateway.current;
    // New contracts alone change no plan.
    if (!graph || graph === prepared) return;
    prepared = graph;
    void prepare(graph, texts, () => prepared === graph, log);
  });
  return () => {
    prepared = undefined;
    forget();
  };
}

async function prepare(graph: Graph, texts: ReadonlyMap<string, string>, isWanted: () => boolean, log: Log): Promise<void> {
  for (const [hash, text] of texts) {
    await nextTurn();
    if (!isWanted()) return;
    try {
      const document = parse(text);
      for (const name of operationsOf(document)) graph.program(document, name, hash);
    } catch (error) {
      // Of an earlier release of its client, and of a graph that is no more: whoever sends it is told so.
      log.debug({ err: error, hash }, 'a registered document cannot be planned');
    }
  }
}

function operationsOf({ definitions }: DocumentNode): (string | undefined)[] {
  return definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one.name?.value] : []));
}
