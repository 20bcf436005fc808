import { isIP } from 'node:net';
import { z } from 'zod';

/**
 * `name=value`, separated by commas, each name once.
 *
 * @param form how one is written, for whoever got it wrong
 * @param read undefined for a text that is no value
 */
export function pairs<Value>(form: string, read: (text: string) => Value | undefined) {
  return z.string().transform((text, context) => {
    const entries = new Map<string, Value>();
    for (const entry of text.split(',').filter((part) => part.trim() !== '')) {
      const [name = '', ...rest] = entry.trim().split('=');
      const value = read(rest.join('='));
      if (name === '' || value === undefined || entries.has(name)) {
        context.addIssue({ code: 'custom', message: `write it as ${form}, separated by commas, each name once` });
        return z.NEVER;
      }
      entries.set(name, value);
    }
    return entries;
  });
}

/** Web origins, separated by commas. */
export function readOrigins(text: string, context: z.RefinementCtx): readonly string[] {
  const origins = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  const isOrigin = (origin: string) => URL.canParse(origin) && /^https?:/.test(origin) && new URL(origin).origin === origin;
  if (origins.every(isOrigin)) return origins;
  context.addIssue({ code: 'custom', message: 'write each as https://host or https://host:port, separated by commas; there is no "*"' });
  return z.NEVER;
}

/** Addresses and networks of them, separated by commas. */
export function readNetworks(text: string, context: z.RefinementCtx): readonly string[] {
  const networks = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  if (networks.every((network) => isNetwork(network))) return networks;
  context.addIssue({
    code: 'custom',
    message: 'write each as an address or a network, such as 10.0.0.7 or 10.0.0.0/24, separated by commas',
  });
  return z.NEVER;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (isIP(address) === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (isIP(address) === 4 ? 32 : 128));
}
