import { purchaseIds, saleNoticeKind } from '../../loyalty';
import type { Instant, Sale } from '../../loyalty';
import type { Store } from '../../store';
import type { SaleInput } from '../../workflows';
import { readAddressee } from './addressee';
import type { MessageFacts } from './message-content';

/** Reads all that a notice about a sale is written from; null where the sale has nobody to write to any more. */
export async function readFacts(
  store: Store,
  { merchantId, saleId }: SaleInput,
  key: string,
  now: Instant,
): Promise<MessageFacts | null> {
  const sale = await store.sales.get(merchantId, saleId);
  const customerId = sale?.owner.customerId ?? null;
  if (!sale || customerId === null) return null;
  const { programVersion } = sale.benefit;
  const [inForce, paying, to, wallet, past] = await Promise.all([
    store.programs.current(merchantId),
    programVersion === null ? null : store.programs.version(merchantId, programVersion),
    readAddressee(store, customerId, { merchantId, saleId, key }, now),
    store.wallets.read(merchantId, customerId, { saleId }),
    readPast(store, sale, key),
  ]);
  const version = programVersion === null ? inForce : paying;
  if (!version || !inForce || !wallet || !to) return null;
  const { program } = version;
  const { redemption, timezone: zone } = inForce.program;
  const { pointValueCents } = redemption;
  return {
    sale,
    program,
    pointValueCents,
    wallet,
    ...to,
    zone,
    key,
    now,
    ...past,
  };
}

/** What has happened that the wallet does not show, where the notice is about it. */
async function readPast(
  store: Store,
  sale: Sale,
  key: string,
): Promise<Pick<MessageFacts, 'entries' | 'uses'>> {
  const kind = saleNoticeKind(key);
  const { merchantId, id } = sale;
  return {
    entries: kind === 'expired' ? await store.ledger.entriesOfSale(merchantId, id) : [],
    uses: kind === 'returned' ? await store.redemptions.undoneOfSale(merchantId, purchaseIds(sale)) : [],
  };
}
