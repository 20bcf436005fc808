import { z } from 'zod';
import { learn, type Span } from '../postgres/dated-copy.ts';
import { type Subscription, subscription } from './inbox.ts';

/**
 * Keeps a dated copy of what another service tells by whole time lines: each event of these types replaces what is known of its
 * aggregate, from the instant on at which the sender wrote it down.
 *
 * @param span how one span of an event's `spans` is read; what is not read may change at the sender
 */
export function spansHeard(parts: {
  readonly sender: string;
  readonly types: readonly string[];
  readonly version: number;
  readonly table: string;
  readonly span: z.ZodType<Span>;
}): Subscription[] {
  const { sender, types, version, table } = parts;
  const body = z.object({ spans: z.array(parts.span) });
  return types.map((type) =>
    subscription({
      sender,
      type,
      version,
      body,
      effect: (sql, { aggregate, occurredAt }, { spans }) => learn(sql, table, aggregate.id, spans, occurredAt),
    }),
  );
}
