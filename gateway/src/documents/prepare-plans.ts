import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Log } from '@leader/subgraph-kit/log/log';
import { type DocumentNode, Kind, parse, validate } from 'graphql';
import type { Views } from '../contracts/contract.ts';
import type { Graph } from '../supergraph/graph.ts';
import type { PlanningGateway } from '../supergraph/planning-gateway.ts';
import type { Manifest } from './manifest.ts';
import type { ValidatedDocuments } from './validated-documents.ts';

type Planning = Pick<PlanningGateway, 'current' | 'views' | 'onViews'>;

/**
 * Plans every registered document for each version of the graph as it comes, and looks for whom it is valid, so that nobody
 * waits for what everybody will ask: one at a time, with requests in between. Answers how to stop.
 */
export function preparePlans(gateway: Planning, manifests: readonly Manifest[], validated: ValidatedDocuments, log: Log): () => void {
  const texts = new Map(manifests.flatMap(({ documents }) => Object.entries(documents).map(([hash, { text }]) => [hash, text] as const)));
  let prepared: Views | undefined;
  const forget = gateway.onViews((views) => {
    const graph = gateway.current;
    if (!graph) return;
    prepared = views;
    void prepare(
      graph,
      texts,
      () => prepared === views,
      log,
      (document, text, hash) => {
        for (const view of views.values()) if (validate(view, document).length === 0) validated.remember(view, text, { document, hash });
      },
    );
  });
  return () => {
    prepared = undefined;
    forget();
  };
}

async function prepare(
  graph: Graph,
  texts: ReadonlyMap<string, string>,
  isWanted: () => boolean,
  log: Log,
  tell: (document: DocumentNode, text: string, hash: string) => void,
): Promise<void> {
  for (const [hash, text] of texts) {
    await nextTurn();
    if (!isWanted()) return;
    try {
      const document = parse(text);
      for (const name of operationsOf(document)) graph.program(document, name, hash);
      tell(document, text, hash);
    } catch (error) {
      // Of an earlier release of its client, and of a graph that is no more: whoever sends it is told so.
      log.debug({ err: error, hash }, 'a registered document cannot be planned');
    }
  }
}

function operationsOf({ definitions }: DocumentNode): (string | undefined)[] {
  return definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one.name?.value] : []));
}
