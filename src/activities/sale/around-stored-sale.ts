import { randomBytes } from 'node:crypto';
import { holdingsIn, keptBenefit, NO_HOLDINGS, voucherCode, VOUCHER_CODE_BYTES } from '../../loyalty';
import type { AroundSale, Book, Instant, Redemption, Sale, SaleHoldings, SaleRecord } from '../../loyalty';
import type { Store, ToldUse } from '../../store';
import type { Matched } from '../purchase';
import type { ActivityDeps } from '../runtime';
import { lookAround, looksAround } from './first-look';
import type { Surroundings } from './first-look';
import { updatedSale } from './sale-outcome';
import type { SaleOutcome, UpdatedSale } from './sale-outcome';
import { createWakeSales } from './wake-sales';

/**
 * What lies around a stored sale. The sale is kept over the version that was read, in its owner's transaction where there is
 * one, and value moves only by that version: whoever finds it changed meanwhile starts over.
 * @param told takes up the uses it moves: other sales are told of them, and once this one is kept, so is everybody
 */
export async function aroundStoredSale(
  deps: ActivityDeps,
  { sale, comparedAs }: Matched,
  now: Instant,
  told: ToldUse[],
): Promise<AroundSale<SaleOutcome>> {
  const { store } = deps;
  const { merchantId, id: saleId } = sale;
  const { customerId } = sale.owner;
  const { version, beside, segments, ...found } = await lookAround(store, sale);
  const again = looksAround(store, sale);
  /** Something was done that may move what was found: from then on it is looked at each time. */
  let moved = false;
  const look = <Of extends keyof Surroundings>(of: Of): Surroundings[Of] | Promise<Surroundings[Of]> =>
    moved ? again[of]() : found[of];
  const about = { saleId, saleVersion: sale.version };
  const kept = (record: SaleRecord, holdings: SaleHoldings, at: Instant): UpdatedSale => {
    const patch = { purchase: { comparedAs }, benefit: keptBenefit(sale, record) };
    return updatedSale(sale, holdings, version?.program ?? null, at, beside, patch);
  };
  return {
    version: () => version,
    redemptions: () => look('redemptions'),
    looseUses: () => look('looseUses'),
    salesFor: (redemption) => store.sales.meant(merchantId, redemption),
    async keepSale(redemption, kept) {
      moved = true;
      await store.redemptions.keepSale(merchantId, redemption, kept, now);
      told.push({ id: redemption.id, state: redemption.state, saleId: kept, since: now });
    },
    lookAgain: (otherId) => createWakeSales(deps)(merchantId, [otherId], saleId),
    undone: () => undoneBy(store, sale),
    grants: () => look('grants'),
    segments: () => segments,
    codeOf: newCodes(),
    calculated: () => undefined,

    async undo(redemption, change) {
      moved = true;
      told.push(...(await undo(deps, sale, redemption, now, change)));
    },

    takeBack(formerOwner, change) {
      moved = true;
      return store.wallets.change(merchantId, formerOwner, about, now, (book, at) => ({
        result: change(book, at),
      }));
    },

    changeOwner: (request, change) =>
      store.wallets.change(
        merchantId,
        customerId!,
        { ...about, ...(request ? { usage: request } : {}) },
        now,
        (book, at, usage) => {
          const record = change(book, at, usage);
          const { outcome, change: saleChange } = kept(record, holdingsIn(book.wallet, saleId), at);
          return { result: outcome, sale: saleChange };
        },
      ),

    async keep(record) {
      const { outcome, change } = kept(record, NO_HOLDINGS, now);
      if (change) await store.sales.change(change);
      return outcome;
    },
  };
}

/** Undoes a redemption; sales that earned what came back look again. @returns it as it is then */
async function undo(
  deps: ActivityDeps,
  { merchantId, id: saleId }: Sale,
  { id: redemptionId, customerId }: Redemption,
  now: Instant,
  change: (book: Book, at: Instant) => readonly string[],
): Promise<ToldUse[]> {
  const { store } = deps;
  const about = { redemptionId };
  const { earnedBy, undone } = await store.wallets.change(merchantId, customerId, about, now, (book, at) => {
    const earnedBy = change(book, at);
    const undone = book.wallet.redemptions.filter(({ id }) => id === redemptionId);
    return {
      result: {
        earnedBy,
        undone: undone.map(({ id, state, saleId }) => ({ id, state, saleId, since: now })),
      },
    };
  });
  const others = new Set(earnedBy);
  others.delete(saleId);
  await createWakeSales(deps)(merchantId, [...others], redemptionId);
  return undone;
}

/** The sale's own entries say what it has undone, also after a crash in between. */
async function undoneBy(store: Store, { merchantId, id: saleId }: Sale): Promise<string[]> {
  const entries = await store.ledger.entriesOfSale(merchantId, saleId);
  const undone = entries.filter(({ type, cause }) => type === 'ROLLBACK' && cause.saleId === saleId);
  return undone.flatMap(({ cause }) => cause.redemptionId ?? []);
}

/** One code for each rule, the same however often the transaction is run again. */
function newCodes(): (ruleId: string) => string {
  const codes = new Map<string, string>();
  return (ruleId) => {
    const code = codes.get(ruleId) ?? voucherCode(randomBytes(VOUCHER_CODE_BYTES));
    codes.set(ruleId, code);
    return code;
  };
}
