import { saleIdOf } from '../../../src/ids';
import type { FileImport, NewImport, PostedSale, Sale } from '../../../src/store';
import { postingChange } from '../../../src/store/sale';
import { aSale } from '../builders';

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
  const change = postingChange({ ...sale, _id: id }, posted, now);
  if (change) {
    Object.assign(sale, change.set, { version: sale.version + 1 });
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
  return aSale({
    ...{ id, merchantId, channel, externalId, zone, connectionId: null, number: null, items: [] },
    ...{ sourceStatus: 'open', status: 'waiting', readAt: null, createdAt: now, version: 0 },
    ...{ contactId: null, identifiedBy: null, customerId: null, completedAt: null, programVersion: null },
    ...{ earnedCents: 0, activatesAt: null, expiresAt: null, explanation: [] },
    timeline: [{ at: now, event: 'received', text: 'Venda recebida' }],
  });
}
