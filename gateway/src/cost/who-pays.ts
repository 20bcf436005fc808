import { isIPv6 } from 'node:net';
import type { Caller } from '../identity/caller.ts';
import { isAnonymous } from '../rights/rule.ts';

/** Whose points a request takes: a client on behalf of somebody, or, where nobody says who it is, an address. */
export function whoPays(caller: Caller, address: string): string {
  return isAnonymous(caller) ? JSON.stringify([networkOf(address)]) : accountOf(caller);
}

/** A caller is the same object for as long as its token is known. */
const known = new WeakMap<Caller, string>();

function accountOf(caller: Caller): string {
  const found = known.get(caller) ?? JSON.stringify([caller.clientId, caller.subject]);
  known.set(caller, found);
  return found;
}

/** Of IPv6 the first half: whoever has one address there has all that begin like it. */
function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return plain;
  const old = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (old !== undefined) return old;
  const [left = '', right] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const missing = right === undefined ? 0 : 8 - groups(left).length - groups(right).length;
  return [...groups(left), ...Array<string>(missing).fill('0'), ...groups(right ?? '')].slice(0, 4).join(':');
}
