import { join } from 'node:path';
import { root } from '../subgraph-files.ts';

/**
 * Which clients are held to which contract. A contract's SDL is composed, committed and reviewed like the supergraph. `internal` is
 * not among them: it is whatever the supergraph shows to clients, so nothing has to be tagged for it.
 */
export const contracts: readonly { readonly name: string; readonly clients: readonly string[] }[] = [
  { name: 'public', clients: [] },
  { name: 'member', clients: ['console'] },
  { name: 'partner', clients: ['hub-app'] },
  { name: 'reporting', clients: ['notebooks'] },
];

export function contractFile(name: string): string {
  return join(root, 'schema/contracts', `${name}.graphql`);
}
