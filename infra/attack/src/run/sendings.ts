import { services } from '@leader/local-stack/stack/services';
import { principals } from '../arena/principals.ts';
import type { AttackCase, Sending } from '../cases/shapes.ts';
import { badEntries, lateEntry } from '../wire/entries.ts';

const lanes = ['application/json', 'application/graphql-response+json'] as const;
const lane = lanes[1];
const entries = [...Object.keys(badEntries), lateEntry];

/** Everyone, through the gateway in both forms of answer, and at each subgraph's own port with and without the gateway's word. */
export function sendingsOf(one: AttackCase, index: number): Sending[] {
  const all = [...(one.at === 'subgraphs' ? [] : atTheGateway(one)), ...(one.at === 'gateway' ? [] : atTheSubgraphs(one, index))];
  return one.way === undefined ? all : all.slice(one.way % all.length).slice(0, 1);
}

function atTheGateway(one: AttackCase): Sending[] {
  // What never becomes a request for GraphQL has one form of answer only.
  const forms = one.pieces || one.message ? [lane] : lanes;
  return principals.flatMap((principal) =>
    forms.map((form) => ({ case: one, principal, door: 'gateway', entry: 'own', lane: form }) as const),
  );
}

function atTheSubgraphs(one: AttackCase, index: number): Sending[] {
  return services.flatMap((door, nth) => {
    const bare: Sending = { case: one, principal: 'anonymous', door, entry: 'no identity', lane };
    if (one.pieces) return [bare];
    if (one.entry) return principals.map((principal) => ({ ...bare, principal, entry: one.entry ?? '' }));
    const bad = entries[(index + nth) % entries.length] ?? 'no identity';
    return [...principals.map((principal) => ({ ...bare, principal, entry: 'own' })), { ...bare, principal: 'staff', entry: bad }];
  });
}
