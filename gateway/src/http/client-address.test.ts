import type { IncomingMessage } from 'node:http';
import { expect, test } from '@jest/globals';
import { addressFinder } from './client-address.ts';

const from = (remoteAddress: string, told?: string) =>
  ({ socket: { remoteAddress }, headers: told === undefined ? {} : { 'x-forwarded-for': told } }) as unknown as IncomingMessage;

test('without a trusted proxy nobody is believed who says that another asks', () => {
  expect(addressFinder([])(from('192.0.2.1', '203.0.113.9'))).toBe('192.0.2.1');
});

test.each([
  ['a request that no proxy passed on', '192.0.2.1', undefined, '192.0.2.1'],
  ['who is no proxy', '192.0.2.1', '203.0.113.9', '192.0.2.1'],
  ['a proxy', '10.0.0.7', '203.0.113.9', '203.0.113.9'],
  ['a proxy, as IPv6 writes its address', '::ffff:10.0.0.7', '203.0.113.9', '203.0.113.9'],
  ['a proxy that says nothing', '10.0.0.7', undefined, '10.0.0.7'],
  ['a proxy that says nothing in many words', '10.0.0.7', ' , ,', '10.0.0.7'],
  ['two proxies, of which each says who asked it', '10.0.0.7', '203.0.113.9, 10.0.0.8', '203.0.113.9'],
  ['a proxy that was told of another by who is none', '10.0.0.7', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['a chain of proxies only', '10.0.0.7', '10.0.0.9, 10.0.0.8', '10.0.0.9'],
  ['what is no address', '10.0.0.7', '203.0.113.9, nobody', 'nobody'],
  ['a proxy by its own address', '2001:db8::5', '203.0.113.9', '203.0.113.9'],
  ['a neighbour of that proxy', '2001:db8::6', '203.0.113.9', '2001:db8::6'],
  ['an address that is good on one link alone', 'fe80::1%eth0', '203.0.113.9', 'fe80::1%eth0'],
])('a trusted network is believed about who asked it: %s', (_what, remote, told, address) => {
  expect(addressFinder(['10.0.0.0/24', '2001:db8::5'])(from(remote, told))).toBe(address);
});
