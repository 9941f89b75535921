import { isIPv6 } from 'node:net';

/** What one subscriber is given of IPv6 at least, in groups of 16 bits. */
const SUBSCRIBER_GROUPS = 4;
const GROUPS = 8;

/** What counts as one place to call from: an IPv4 address; of IPv6 its first 64 bits, behind which one subscriber has all there are. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, GROUPS - before.length - after.length) }, () => '0');
  const groups = tail === undefined ? before : [...before, ...zeros, ...after];
  return groups
    .slice(0, SUBSCRIBER_GROUPS)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
