import { join } from 'node:path';
import { root } from '../subgraph-files.ts';

/** Which clients are held to which contract. A contract's SDL is composed, committed and reviewed like the supergraph. */
export const contracts: readonly { readonly name: string; readonly clients: readonly string[] }[] = [
  { name: 'partner', clients: ['hub-app'] },
];

export function contractFile(name: string): string {
  return join(root, 'schema/contracts', `${name}.graphql`);
}
