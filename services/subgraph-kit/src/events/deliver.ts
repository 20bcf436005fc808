import { eventHeader, signDelivery } from '../identity/event-token.ts';
import type { SharedKey } from '../identity/signed-token.ts';
import type { Receipt, SentEvent } from './events.ts';
import { eventPath, receipts } from './wire.ts';

/** A service that hears of our events, at its address, with the key that only it and we know. */
export interface Receiver {
  readonly name: string;
  readonly url: string;
  readonly key: SharedKey;
}

/** The receiver as a whole could not take the delivery; nothing is wrong with any one event. */
export class DeliveryFailed extends Error {
  override readonly name = 'DeliveryFailed';
}

const patience = 5_000;

/**
 * Sends one delivery and answers what came of each event.
 *
 * @param completeAsOf the instant until which, with this delivery, the receiver knows everything; null when it does not
 * @throws DeliveryFailed when the receiver is down, slow, refuses us or answers nonsense.
 */
export async function deliver(
  sender: string,
  { name, url, key }: Receiver,
  events: readonly SentEvent[],
  completeAsOf: string | null,
): Promise<ReadonlyMap<string, Receipt>> {
  const body = JSON.stringify({ sender, events, completeAsOf });
  const token = signDelivery({ sender, receiver: name, body, key, now: Date.now() / 1000 });
  try {
    const response = await fetch(new URL(eventPath, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [eventHeader]: token },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new DeliveryFailed(`it answered ${response.status}`);
    }
    const answer = receipts.parse(await response.json());
    const found = new Map(answer.receipts.map((receipt) => [receipt.id, receipt]));
    if (events.some(({ id }) => !found.has(id))) throw new DeliveryFailed('it did not say what came of every event');
    return found;
  } catch (error) {
    throw error instanceof DeliveryFailed ? error : new DeliveryFailed(explain(error));
  }
}

function explain(error: unknown): string {
  const { name, cause } = error as Error & { cause?: { code?: string } };
  if (name === 'TimeoutError') return `it did not answer within ${patience} ms`;
  if (cause?.code) return `it cannot be reached: ${cause.code}`;
  return name === 'ZodError' || name === 'SyntaxError' ? 'it answered something else than receipts' : 'it cannot be reached';
}
