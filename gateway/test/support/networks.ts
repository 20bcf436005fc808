import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { type Answer, type AskOptions, SmallNetwork } from './small-network.ts';
import type { SmallSubgraphParts } from './small-subgraph.ts';

/** A network that stands while the tests around it run. */
export interface StandingNetwork {
  readonly network: SmallNetwork;
  ask(query: string, options?: AskOptions): Promise<Answer>;
}

/** Starts a network before the tests of this file or group, cleans it before each, and closes it after them. */
export function standing(...parts: readonly SmallSubgraphParts[]): StandingNetwork {
  let started: SmallNetwork | undefined;
  const network = () => {
    if (!started) throw new Error('the network stands only while tests run');
    return started;
  };
  beforeAll(async () => {
    started = await SmallNetwork.start(parts);
  });
  beforeEach(() => started?.reset());
  afterAll(() => started?.close());
  return {
    get network() {
      return network();
    },
    ask: (query, options) => network().ask(query, options),
  };
}
