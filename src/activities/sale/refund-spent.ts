import { isOver, purchaseRefs, redemptionCents, refund, refundable } from '../../loyalty';
import type { Instant, Program, Redemption, Sale, SaleRecord } from '../../loyalty';
import type { ActivityDeps } from '../runtime';

/** What a refund leaves: the redemptions naming the sale as they are now, and what its customer has back, in cents. */
export interface Refunded {
  naming: Redemption[];
  refundedCents: number;
}

/**
 * What a sale that is over was paid with goes back before anything is taken (R25). Other sales it named, and those whose
 * benefit has come back to life, look again.
 */
export async function refundSpent(
  deps: ActivityDeps,
  sale: Sale,
  record: SaleRecord,
  program: Program | null,
  naming: Redemption[],
  now: Instant,
): Promise<Refunded> {
  const spent = refundable(record, program, naming);
  for (const redemption of spent) await giveBack(deps, sale, redemption, now);
  if (record.voided || !isOver(record)) return { naming, refundedCents: sale.benefit.refundedCents };
  const after = await deps.store.redemptions.naming(sale.merchantId, purchaseRefs(sale));
  return { naming: after, refundedCents: await refundedTo(deps, sale, after) };
}

async function giveBack(deps: ActivityDeps, sale: Sale, redemption: Redemption, now: Instant): Promise<void> {
  const { merchantId } = sale;
  const { id, customerId, saleRef } = redemption;
  const about = { redemptionId: id };
  const earnedBy = await deps.store.wallets.change(merchantId, customerId, about, now, (book, at) => {
    const found = book.wallet.redemptions.find((candidate) => candidate.id === id);
    if (!found) return { result: [] };
    refund(book, found, sale.id, at);
    return { result: found.draws.map(({ lotId }) => book.lot(lotId).saleId) };
  });
  const named = saleRef === null ? [] : await deps.store.sales.named(merchantId, saleRef);
  for (const saleId of new Set([...named.map((other) => other.id), ...earnedBy]))
    if (saleId !== null && saleId !== sale.id) await wake(deps, merchantId, saleId, id);
}

/** What this sale, not a person, gave back to its customer: its own entries say so, also after a crash in between. */
async function refundedTo(
  { store }: ActivityDeps,
  { merchantId, id: saleId, owner }: Sale,
  naming: readonly Redemption[],
): Promise<number> {
  const back = naming.filter((one) => one.state === 'rolled_back' && one.customerId === owner.customerId);
  if (back.length === 0) return 0;
  const entries = await store.ledger.entriesOfSale(merchantId, saleId);
  const bySale = new Set(
    entries
      .filter(({ type, cause }) => type === 'ROLLBACK' && cause.saleId === saleId)
      .map(({ cause }) => cause.redemptionId),
  );
  return back
    .filter(({ id }) => bySale.has(id))
    .reduce((sum, redemption) => sum + redemptionCents(redemption), 0);
}

async function wake(
  deps: ActivityDeps,
  merchantId: string,
  saleId: string,
  redemptionId: string,
): Promise<void> {
  const sale = await deps.store.sales.get(merchantId, saleId);
  if (sale) await deps.runs.benefitMoved(sale, redemptionId);
}
