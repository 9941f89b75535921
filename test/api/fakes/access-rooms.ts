import { ShopTakenError } from '../../../src/store';
import type { Audit, AuditLine, Shop, Shops } from '../../../src/store';
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
