import { z } from 'zod';
import { parseSharedKeys, type SharedKey } from '../identity/signed-token.ts';

/**
 * Who hears of the events of a service, and from whom it hears. A key is shared by one sender and one receiver and opens
 * nothing but that receiver's `/events`.
 */
export const eventSettings = {
  /** `receiver=http://host:port`, separated by commas. */
  EVENT_RECEIVERS: pairs('receiver=http://host:port', (text) => {
    if (!/^https?:\/\/[^/?#@]+\/?$/.test(text)) throw new Error('an address is written http://host:port');
    return text;
  })
    .transform((found) => new Map(found))
    .optional(),
  /** `receiver=kid:base64url`, separated by commas; the first one of a receiver signs. */
  EVENT_KEYS: keys().optional(),
  /** `sender=kid:base64url`, separated by commas. While a key is replaced the sender stands there twice. */
  EVENT_SENDER_KEYS: keys().optional(),
};

export interface EventSettings {
  readonly EVENT_RECEIVERS?: ReadonlyMap<string, string> | undefined;
  readonly EVENT_KEYS?: ReadonlyMap<string, readonly SharedKey[]> | undefined;
  readonly EVENT_SENDER_KEYS?: ReadonlyMap<string, readonly SharedKey[]> | undefined;
}

/** Every receiver needs a key of its own. */
export function everyReceiverHasAKey({ EVENT_RECEIVERS, EVENT_KEYS }: EventSettings): boolean {
  return [...(EVENT_RECEIVERS?.keys() ?? [])].every((name) => EVENT_KEYS?.has(name));
}

function keys() {
  return pairs('name=kid:base64url', (text) => parseSharedKeys(text)[0] as SharedKey).transform((found) => {
    const byName = new Map<string, SharedKey[]>();
    for (const [name, key] of found) byName.set(name, [...(byName.get(name) ?? []), key]);
    return byName;
  });
}

function pairs<Value>(form: string, read: (text: string) => Value) {
  return z.string().transform((text, context) => {
    try {
      return text
        .split(',')
        .filter((entry) => entry.trim() !== '')
        .map((entry): [string, Value] => {
          const at = entry.indexOf('=');
          if (at < 1) throw new Error(`an entry is written ${form}`);
          return [entry.slice(0, at).trim(), read(entry.slice(at + 1).trim())];
        });
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  });
}
