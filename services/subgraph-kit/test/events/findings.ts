import type { Sql } from '../../src/postgres/database.ts';

/** What is wrong between what was committed, what was told and what was done about it. Nothing, when every event had its one effect in order. */
export interface Findings {
  readonly committed: number;
  readonly told: number;
  readonly processed: number;
  /** Changes without an event, and events without a change. */
  readonly untold: number;
  readonly invented: number;
  /** Events without an effect, and effects beyond the first. */
  readonly lost: number;
  readonly doubled: number;
  /** Effects of a shelf that came before an earlier one of the same shelf. */
  readonly outOfOrder: number;
  /** Changes whose commit was acknowledged and which are not there. */
  readonly acknowledgedAndGone: number;
}

interface Change {
  readonly id: string;
  readonly shelf: string;
  readonly books: number;
}

/** Compares both databases. `acknowledged` are the changes whose commit somebody was told of. */
export async function findings(sender: Sql, receiver: Sql, acknowledged: readonly string[] = []): Promise<Findings> {
  const changes = await sender.query<Change>('SELECT id, shelf, books FROM shelf_change');
  const events = await sender.query<{ id: string; change: string }>(`SELECT event_id AS id, body ->> 'change' AS change FROM outbox`);
  const effects = await receiver.query<Change>('SELECT change AS id, shelf, books FROM effect ORDER BY place');
  const committed = new Set(changes.map(({ id }) => id));
  const told = new Set(events.map(({ change }) => change));
  const done = new Set(effects.map(({ id }) => id));
  return {
    committed: committed.size,
    told: events.length,
    processed: effects.length,
    untold: count(committed, (id) => !told.has(id)),
    invented: count(told, (id) => !committed.has(id)),
    lost: count(told, (id) => !done.has(id)),
    doubled: effects.length - done.size,
    outOfOrder: disorder(effects),
    acknowledgedAndGone: acknowledged.filter((id) => !committed.has(id)).length,
  };
}

export function isFaultless(found: Findings): boolean {
  const { committed, told, processed, untold, invented, lost, doubled, outOfOrder, acknowledgedAndGone } = found;
  const faults = [untold, invented, lost, doubled, outOfOrder, acknowledgedAndGone];
  return committed === told && told === processed && faults.every((number) => number === 0);
}

function disorder(effects: readonly Change[]): number {
  const seen = new Map<string, number>();
  return effects.filter(({ shelf, books }) => {
    const before = seen.get(shelf) ?? 0;
    seen.set(shelf, Math.max(before, books));
    return books < before;
  }).length;
}

function count(ids: ReadonlySet<string>, isFound: (id: string) => boolean): number {
  return [...ids].filter(isFound).length;
}
