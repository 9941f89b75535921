import { parseDocument } from '../../../src/loyalty';
import { namesOfShop, ShopTakenError } from '../../../src/store';
import type { Audit, AuditLine, Invitation, Shop, Shops, Store } from '../../../src/store';
import { requireOwner } from './access';
import type { Holdings } from './holdings';

/** The audit in memory. */
export function auditIn({ audit }: Holdings): Audit {
  const add = (line: Omit<AuditLine, 'id'>): string => {
    const id = `aud_${audit.length + 1}`;
    audit.push({ id, ...line });
    return id;
  };
  const untold = { subject: null, before: null, after: null };
  return {
    begin: (act) => Promise.resolve(add({ ...act, outcome: null, ...untold })),
    end(merchantId, id, { outcome, change }) {
      const line = audit.find((one) => one.id === id && one.merchantId === merchantId);
      if (line?.outcome === null) Object.assign(line, { outcome, ...change });
      return Promise.resolve();
    },
    record(act, { outcome, change }) {
      add({ ...act, outcome, ...untold, ...change });
      return Promise.resolve();
    },
    list: (merchantId, { limit, before, beforeId = '' }) =>
      Promise.resolve(
        audit
          .filter((one) => one.merchantId === merchantId)
          .filter((one) => before === undefined || place(one) < `${before.toISOString()}/${beforeId}`)
          .sort((a, b) => (place(a) < place(b) ? 1 : -1))
          .slice(0, limit),
      ),
  };
}

function place({ at, id }: AuditLine): string {
  return `${at.toISOString()}/${id}`;
}

/** A merchant's stores in memory. */
export function shopsIn({ shops }: Holdings): Shops {
  const requireFree = (shop: Shop): void => {
    const other = shops.find(
      (one) => one.id !== shop.id && one.merchantId === shop.merchantId && one.name === shop.name,
    );
    if (other) throw new ShopTakenError('name', other.id);
  };
  const get: Shops['get'] = (merchantId, id) =>
    Promise.resolve(shops.find((one) => one.id === id && one.merchantId === merchantId) ?? null);
  return {
    get,
    meant: (merchantId, said) =>
      Promise.resolve(
        shops.find(
          (one) =>
            one.merchantId === merchantId && namesOfShop(one).includes(parseDocument(said)?.value ?? said),
        ) ?? null,
      ),
    meaningStores: (merchantId, channels) => {
      const mine = shops.filter((one) => one.merchantId === merchantId);
      const known = mine.flatMap((one) => one.channels.map((channel) => [channel, one.id] as const));
      return Promise.resolve(new Map(known.filter(([channel]) => channels.includes(channel))));
    },
    list: (merchantId) => Promise.resolve(shops.filter((one) => one.merchantId === merchantId)),
    async create(merchantId, fields, createdAt) {
      const shop = { id: `str_${shops.length + 1}`, merchantId, ...fields, createdAt };
      requireFree(shop);
      shops.push(shop);
      return Promise.resolve(shop);
    },
    async change(merchantId, id, fields) {
      const shop = await get(merchantId, id);
      if (!shop) return null;
      const before = { ...shop };
      requireFree({ ...shop, ...fields });
      return { before, after: Object.assign(shop, fields) };
    },
  };
}

/** One-use links in memory, by their tokens. */
export function linksIn(holds: Holdings): Store['links'] {
  const links = new Map<
    string,
    { invitation: Invitation | null; personId: string | null; closed: boolean }
  >();
  const issue = (
    kind: string,
    invitation: Omit<Invitation, 'id' | 'expiresAt'> | null,
    personId: string | null,
    now: Date,
  ) => {
    const id = `${kind}_${links.size + 1}`;
    const expiresAt = new Date(now.getTime() + 3_600_000);
    links.set(`token-${id}`, {
      invitation: invitation && { ...invitation, id, expiresAt },
      personId,
      closed: false,
    });
    return Promise.resolve({ id, token: `token-${id}`, expiresAt });
  };
  return {
    invite(offer, now) {
      const { merchantId, email, invitedBy } = offer;
      requireOwner(holds, merchantId, invitedBy);
      const known = holds.people.find((one) => one.email === email);
      const joined = holds.memberships.some(
        (one) => one.merchantId === merchantId && one.personId === known?.id,
      );
      return joined ? Promise.resolve('already_member') : issue('inv', offer, null, now);
    },
    requestReset: (personId, now) => issue('rst', null, personId, now),
    resetFault(token) {
      const link = links.get(token);
      if (!link?.personId) return Promise.resolve('unknown');
      return Promise.resolve(link.closed ? 'closed' : null);
    },
    invitation(token) {
      const link = links.get(token);
      if (!link?.invitation) return Promise.resolve('unknown');
      return Promise.resolve(link.closed ? 'closed' : link.invitation);
    },
    invitations: (merchantId) =>
      Promise.resolve(
        [...links.values()].flatMap(({ invitation, closed }) =>
          invitation?.merchantId === merchantId && !closed ? [invitation] : [],
        ),
      ),
    withdraw(merchantId, id, { by }) {
      requireOwner(holds, merchantId, by);
      const link = [...links.values()].find(
        ({ invitation: one }) => one?.id === id && one.merchantId === merchantId,
      );
      if (!link || link.closed) return Promise.resolve(null);
      link.closed = true;
      return Promise.resolve(link.invitation);
    },
    accept(token, who, now) {
      const link = links.get(token);
      if (!link?.invitation) return Promise.resolve('unknown');
      if (link.closed) return Promise.resolve('closed');
      link.closed = true;
      const { invitation } = link;
      const { merchantId, email, role, storeIds } = invitation;
      const personId = 'personId' in who ? who.personId : `per_${holds.people.length + 1}`;
      if (!('personId' in who)) holds.people.push({ id: personId, email, ...who, createdAt: now });
      holds.memberships.push({ merchantId, personId, role, storeIds });
      return Promise.resolve({ personId, invitation, joined: true });
    },
    resetPassword(token, password) {
      const link = links.get(token);
      if (!link?.personId) return Promise.resolve('unknown');
      if (link.closed) return Promise.resolve('closed');
      link.closed = true;
      const { personId } = link;
      Object.assign(
        holds.people.find(({ id }) => id === personId)!,
        { password },
      );
      for (const [key, session] of holds.sessions)
        if (session.personId === personId) holds.sessions.delete(key);
      return Promise.resolve({ personId, linkId: token, freed: false });
    },
  };
}
