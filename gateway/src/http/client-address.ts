import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * Says where a request came from: the last address that did not only pass it on.
 *
 * @param proxies addresses and networks, such as `10.0.0.0/24`, whose word about who asked them counts
 */
export function addressFinder(proxies: readonly string[]): (request: IncomingMessage) => string {
  if (proxies.length === 0) return ({ socket }) => socket.remoteAddress ?? '';
  const trusted = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  const isTrusted = (address: string) => isIP(address) !== 0 && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  return ({ socket, headers }) => {
    const told = String(headers['x-forwarded-for'] ?? '').split(',');
    const before = told.map((one) => one.trim()).filter((one) => one !== '');
    let address = socket.remoteAddress ?? '';
    while (before.length > 0 && isTrusted(address)) address = before.pop() as string;
    return address;
  };
}
