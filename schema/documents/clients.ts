/** A client of ours: who sends the documents of a folder of `schema/operations`. */
export interface Client {
  /** Name of the folder. */
  readonly name: string;
  /** As its tokens call it. */
  readonly clientIds: readonly string[];
  /** Contracts whose other callers may send its documents too: those who have no token, or one that was made for something else. */
  readonly contracts: readonly string[];
  /** What becomes of a document that is not one of these: passed, passed and logged, or refused. A deployment may say otherwise. */
  readonly adoption: 'off' | 'log' | 'enforce';
}

export const clients: readonly Client[] = [
  { name: 'console', clientIds: ['console'], contracts: ['public'], adoption: 'log' },
  { name: 'graphiql', clientIds: ['graphiql'], contracts: [], adoption: 'off' },
  { name: 'hub-app', clientIds: ['hub-asia', 'hub-maroc', 'hub-usa'], contracts: [], adoption: 'log' },
  { name: 'notebooks', clientIds: [], contracts: ['reporting'], adoption: 'off' },
];
