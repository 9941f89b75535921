import type { Instant } from '../basis';
import { consumerInvoiceOf } from '../sale';
import type { Sale, SalePatch, SaleTelling } from '../sale';
import type { KnownSales } from './chain';
import { withoutReturns, withReturns } from './returns';

/**
 * What a telling writes into the sale that counts: its state, its names, the goods that came back to it, and who bought
 * where that was not known. Written again, it changes nothing.
 */
export function addTelling(root: Sale, telling: Sale, now: Instant): SalePatch {
  const others = root.purchase.tellings.filter(({ saleId }) => saleId !== telling.id);
  const known = root.purchase.tellings.find(({ saleId }) => saleId === telling.id);
  const tellings = [...others, asTelling(telling, known?.at ?? now)];
  tellings.sort((a, b) => (a.saleId < b.saleId ? -1 : 1));
  const purchase = { tellings, ...withReturns(root, telling) };
  const { customerId } = telling.owner;
  if (root.owner.customerId !== null || customerId === null) return { purchase };
  const calculated = root.benefit.programVersion !== null;
  return { purchase, owner: { customerId, ...(calculated ? { claimedAt: now } : {}) } };
}

/** Takes a telling, and the goods that came back to it, out of the sale that it counted by. */
export function strikeTelling(root: Sale, telling: Sale): SalePatch {
  const tellings = root.purchase.tellings.filter(({ saleId }) => saleId !== telling.id);
  return { purchase: { tellings, ...withoutReturns(root, telling) } };
}

/**
 * The sale that counts in place of one that its source has deleted: the first of its tellings that its own source still has
 * as completed, whether it still counts by the deleted one or has taken over already. Null where there is none.
 */
export function findHeir(sale: Sale, known: KnownSales): Sale | null {
  for (const { saleId } of sale.purchase.tellings) {
    const telling = known.get(saleId);
    if (telling?.source.status !== 'completed') continue;
    const tookOver = telling.purchase.tellings.some((other) => other.saleId === sale.id);
    if (telling.purchase.duplicateOf === sale.id || tookOver) return telling;
  }
  return null;
}

/** Who cancels an NFC-e undoes the invoice, often for another one, and not the purchase that others tell of. */
function asTelling({ id, source }: Sale, at: Instant): SaleTelling {
  const { channel, externalId, number, refs } = source;
  const cancelled = source.status === 'cancelled' && consumerInvoiceOf(source) === null;
  return { saleId: id, channel, externalId, number, refs, cancelled, at };
}
