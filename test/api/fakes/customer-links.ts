import { parsePhone } from '../../../src/loyalty';
import { addressOf, CONSENT_CHANNELS, linkTokens } from '../../../src/store';
import type {
  ConsentChannel,
  CustomerAddress,
  CustomerLinks,
  Customers,
  Suppressions,
} from '../../../src/store';
import type { Holdings } from './holdings';

/** Links of customers in memory: `tok_<n>` in place of the token of a page. */
export function customerLinksIn({ links }: Holdings): CustomerLinks {
  const calls = new Set<string>();
  const last = (merchantId: string, customerId: string): string | null =>
    links.findLast((one) => one.merchantId === merchantId && one.customerId === customerId)?.token ?? null;
  const add = (merchantId: string, customerId: string): string => {
    const token = `tok_${links.length + 1}`;
    links.push({ merchantId, customerId, token });
    return token;
  };
  return {
    tokens(merchantId, customerId) {
      const token = last(merchantId, customerId);
      return Promise.resolve(token === null ? null : linkTokens(token));
    },
    make: (merchantId, customerId) =>
      Promise.resolve(linkTokens(last(merchantId, customerId) ?? add(merchantId, customerId))),
    replace(merchantId, customerId, _now, call) {
      const known = calls.has(call) ? last(merchantId, customerId) : null;
      calls.add(call);
      return Promise.resolve(linkTokens(known ?? add(merchantId, customerId)));
    },
    owner(given, use) {
      const found = links.find(({ token }) => token === given || linkTokens(token)[use] === given);
      if (!found) return Promise.resolve(null);
      const { merchantId, customerId } = found;
      const former = last(merchantId, customerId) !== found.token;
      return Promise.resolve({ merchantId, customerId, former });
    },
  };
}

/** Who is reached at an address, in memory. */
export function reachedIn({ customers }: Holdings): Customers['reachedBy'] {
  return (merchantId, address) => {
    const has = ({ emails, phones }: Holdings['customers'][number]): boolean =>
      'email' in address
        ? emails.includes(address.email)
        : phones.some(({ key }) => key === parsePhone(address.phone)?.key);
    const found = customers.filter((one) => one.merchantId === merchantId && has(one));
    return Promise.resolve(found.map(({ id }) => id));
  };
}

/** All of a merchant's customers, whatever is asked, page by page. */
export function foundIn({ customers }: Holdings): Customers['search'] {
  return (merchantId, _query, { limit, after }) => {
    const all = customers.filter((one) => one.merchantId === merchantId);
    const rest = all.slice(all.findIndex(({ id }) => id === after?.id) + 1);
    const shown = rest.slice(0, limit);
    const last = rest.length > limit ? shown.at(-1) : undefined;
    const next = last && { way: 'name' as const, word: 'maria', at: last.updatedAt, id: last.id };
    return Promise.resolve({ customers: shown, next: next ?? null });
  };
}

/** Whom never to write to, in memory: what begins with `x` is nobody's. */
export function suppressionsIn({ suppressed, refused, unreachable }: Holdings): Suppressions {
  const named = (address: CustomerAddress): string => ('phone' in address ? address.phone : address.email);
  return {
    add(_merchantId, marks) {
      const unreadable = marks.flatMap(({ text }, place) => (text.startsWith('x') ? [place] : []));
      const fresh = marks.filter(({ text }, place) => !unreadable.includes(place) && !suppressed.has(text));
      for (const { text } of fresh) suppressed.add(text);
      return Promise.resolve({ added: fresh.length, unreadable });
    },
    of(_merchantId, customer) {
      const channels = (among: ReadonlySet<string>): ReadonlySet<ConsentChannel> =>
        new Set(
          CONSENT_CHANNELS.filter((channel) => {
            const address = addressOf(customer, channel);
            return address !== null && among.has(named(address));
          }),
        );
      const often = unreachable.filter((one, place) => unreachable.indexOf(one) < place);
      return Promise.resolve({
        ...{ listed: channels(suppressed), saidByOwner: channels(refused) },
        unreachable: channels(new Set(often)),
        ninth: null,
      });
    },
    failed: (_merchantId, address) => {
      unreachable.push(named(address));
      return Promise.resolve();
    },
    reached: (_merchantId, reached) => {
      const there = new Set(reached.map(({ address }) => named(address)));
      const others = unreachable.filter((one) => !there.has(one));
      unreachable.splice(0, unreachable.length, ...others);
      return Promise.resolve();
    },
    refuse: (_merchantId, addresses) => {
      for (const address of addresses) refused.add(named(address));
      return Promise.resolve();
    },
    agree: (_merchantId, addresses) => {
      for (const address of addresses) refused.delete(named(address));
      return Promise.resolve();
    },
  };
}
