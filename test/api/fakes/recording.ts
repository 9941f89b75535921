import { saleIdOf } from '../../../src/ids';
import { newSale, patched } from '../../../src/loyalty';
import type { FileImport, NewImport, PostedSale } from '../../../src/store';
import type { Sale } from '../../../src/loyalty';
import { postedChange } from '../../../src/store/sale';

/** An import as the fake store keeps it, with the rows that wait. */
export interface OpenImport {
  found: FileImport;
  rows: Pick<NewImport, 'customers' | 'sales'>;
}

/** An import that has just been opened. */
export function anOpenImport({ customers, sales, errors, ...fresh }: NewImport, now: Date): OpenImport {
  const waiting = customers.length + sales.length;
  return {
    rows: { customers, sales },
    found: {
      ...fresh,
      errors: [...errors],
      state: waiting > 0 ? 'running' : 'finished',
      done: fresh.total - waiting,
      created: 0,
      updated: 0,
      chunks: waiting > 0 ? 1 : 0,
      nextChunk: 0,
      startedAt: now,
      finishedAt: waiting > 0 ? null : now,
    },
  };
}

/** Records a posted sale by the store's own rule of what it changes. */
export function recordIn(
  sales: Sale[],
  merchantId: string,
  posted: PostedSale,
  zone: string,
  now: Date,
): Sale {
  const id = saleIdOf({ ...posted, merchantId });
  const sale = sales.find((one) => one.id === id) ?? aSaleNobodyKnows(id, merchantId, posted, zone, now);
  const change = postedChange(sale, posted, now.getTime());
  if (change) {
    Object.assign(sale, patched(sale, change.patch), { version: sale.version + 1 });
    sale.timeline.push(change.event);
  }
  if (!sales.includes(sale)) sales.push(sale);
  return sale;
}

function aSaleNobodyKnows(
  id: string,
  merchantId: string,
  { channel, externalId }: PostedSale,
  zone: string,
  now: Date,
): Sale {
  const origin = { id, merchantId, channel, externalId, connectionId: null, zone };
  return { ...newSale(origin, now.getTime()), version: 0 };
}
