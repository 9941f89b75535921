import { countsToCaps, noticeKind, purchaseIds } from '../../loyalty';
import type { Instant, Sale } from '../../loyalty';
import type { Consent, Store } from '../../store';
import type { SaleInput } from '../../workflows';
import { givenLately } from './given-lately';
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
  const [inForce, paying, customer, told, linkToken, { live, rules }, wallet, lately, past] =
    await Promise.all([
      store.programs.current(merchantId),
      programVersion === null ? null : store.programs.version(merchantId, programVersion),
      store.customers.get(merchantId, customerId),
      store.consents.of(merchantId, customerId),
      store.customerLinks.token(merchantId, customerId),
      store.merchants.writing(merchantId),
      store.wallets.read(merchantId, customerId, { saleId }),
      countsToCaps(noticeKind(key))
        ? givenLately(store, { merchantId, saleId, key }, customerId, new Date(now))
        : [],
      readPast(store, sale, key),
    ]);
  const version = programVersion === null ? inForce : paying;
  if (!version || !inForce || !wallet || !customer) return null;
  const { program } = version;
  const { redemption, timezone: zone } = inForce.program;
  const { pointValueCents } = redemption;
  return {
    sale,
    program,
    pointValueCents,
    wallet,
    customer,
    consents: newestConsents(told),
    live,
    linkToken,
    rules,
    zone,
    lately,
    key,
    now,
    ...past,
  };
}

/** What the customer has said last of each channel. @param told newest first */
function newestConsents(told: readonly Consent[]): ReadonlyMap<string, boolean> {
  return new Map(told.toReversed().map(({ channel, given }) => [channel, given]));
}

/** What has happened that the wallet does not show, where the notice is about it. */
async function readPast(
  store: Store,
  sale: Sale,
  key: string,
): Promise<Pick<MessageFacts, 'entries' | 'uses'>> {
  const kind = noticeKind(key);
  const { merchantId, id } = sale;
  return {
    entries: kind === 'expired' ? await store.ledger.entriesOfSale(merchantId, id) : [],
    uses: kind === 'returned' ? await store.redemptions.undoneOfSale(merchantId, purchaseIds(sale)) : [],
  };
}
