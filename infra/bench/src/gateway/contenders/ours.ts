import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildPrograms } from '@leader/local-stack/stack/build';
import { roomForTheYoung } from '@leader/local-stack/stack/parts';
import { programsOfTheHouse } from '@leader/local-stack/stack/programs';
import { subgraphs } from '../graph/sdls.ts';
import { supergraphOf } from '../graph/supergraph.ts';
import type { Contender, Surroundings } from './contender.ts';

/** Our gateway's process, built and set as in production, with every protection on. */
export const ours: Contender = {
  name: 'ours',
  note: 'with identity, limits, rights, cost and error mask on',
  path: '/graphql',
  command: async (surroundings) => {
    const { folder: home, main } = programsOfTheHouse.gateway;
    const fileOf = await buildPrograms({ gateway: path.join(home, main) }, surroundings.folder, ['gateway']);
    return { args: [roomForTheYoung, '--enable-source-maps', fileOf('gateway')], environment: settingsOf(surroundings) };
  },
};

/** The environment of a gateway before the bench's subgraphs. */
export function settingsOf({ folder, port, subgraphUrls, issuerUrl, overrides }: Surroundings): NodeJS.ProcessEnv {
  const supergraphFile = path.join(folder, 'supergraph.graphql');
  const documents = path.join(folder, 'documents');
  mkdirSync(documents, { recursive: true });
  writeFileSync(
    supergraphFile,
    supergraphOf(true, (name) => `http://${name}.subgraph.invalid/graphql`),
  );
  for (const contract of ['public', 'member', 'partner', 'reporting'])
    writeFileSync(path.join(folder, `${contract}.graphql`), 'type Query { users(page: Int!): [User] } type User { id: ID! }');
  return {
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    PORT: String(port),
    ISSUER: issuerUrl,
    SUPERGRAPH_FILE: supergraphFile,
    CONTRACTS_DIR: folder,
    DOCUMENTS_DIR: documents,
    SITE_DIR: path.join(folder, 'none'),
    SUBGRAPH_URLS: subgraphs.map((name) => `${name}=${subgraphUrls[name]}`).join(','),
    SUBGRAPH_IDENTITY_KEYS: subgraphs.map((name) => `${name}=bench:${randomBytes(32).toString('base64url')}`).join(','),
    // Everybody pays; the bench is rich.
    COST_LARGEST_REQUEST: '1000000000',
    COST_BUCKET_INTERACTIVE: '1000000000',
    COST_RESTORE_INTERACTIVE: '1000000000',
    COST_BUCKET_BATCH: '1000000000',
    COST_RESTORE_BATCH: '1000000000',
    // A full machine makes a step take long; what is measured is what it costs.
    REQUEST_TIMEOUT: '30000',
    FETCH_TIMEOUT: '20000',
    ADMISSION_PATIENCE: '30000',
    ...overrides,
  };
}
