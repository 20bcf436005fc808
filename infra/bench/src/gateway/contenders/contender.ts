import type { SubgraphName } from '../graph/sdls.ts';

/** What a contender is told when it is started. */
export interface Surroundings {
  /** A folder for its files. */
  readonly folder: string;
  readonly port: number;
  readonly subgraphUrls: Readonly<Record<SubgraphName, string>>;
  /** File of the supergraph without rights, with the real addresses of the subgraphs. */
  readonly supergraphFile: string;
  readonly issuerUrl: string;
  /** Put over the settings of our gateway. */
  readonly overrides?: NodeJS.ProcessEnv;
}

/** One who answers the same operations, in a process of its own. */
export interface Contender {
  readonly name: string;
  /** What it is, with its version. */
  /** Whether it comes from `contenders/package.json`, and not from this repository. */
  readonly isPeer?: boolean;
  readonly note: string;
  /** Arguments for Node. */
  command(surroundings: Surroundings): Promise<{ readonly args: readonly string[]; readonly environment: NodeJS.ProcessEnv }>;
  /** Where it takes requests. */
  readonly path: string;
}
