import { factsNeeded, foreseeSale, mayName, monthUsage, namedSale, usageRequest } from '../../loyalty';
import type { ForeseenSale, Instant, PinnedFacts, Program, Redemption, SaleRecord } from '../../loyalty';
import type { AppDeps } from '../http';

/** Whose a sale that is only looked at would be. */
export interface ForeseenOwner {
  /** null: nobody that is known. */
  customerId: string | null;
  /** Nobody, or somebody who could not be recognised: no purchase is the first of nobody. */
  unidentified: boolean;
  segments: readonly string[];
  /** What was pinned of them when the sale was really calculated; null: it was not, or as somebody else's. */
  pinned: PinnedFacts | null;
}

/** What a sale would come to under a program, and what that looked at. */
export interface ForeseenUnder {
  foreseen: ForeseenSale;
  needs: ReturnType<typeof factsNeeded>;
}

/** The uses a sale would be calculated with: those kept with it, and those that it would be found to be meant by (R46). */
export async function usesOf(
  { redemptions }: Pick<AppDeps['store'], 'redemptions'>,
  merchantId: string,
  record: SaleRecord,
): Promise<Redemption[]> {
  const found = await redemptions.loose(merchantId, record.refs);
  const loose = await redemptions.asSaleCalls(merchantId, record.storeId, found);
  const kept = await redemptions.ofSale(merchantId, record.ids);
  return [...kept, ...loose.filter((use) => mayName(use, namedSale(record)))];
}

/** Calculates what a program would make of a sale, with what caps, budgets and earlier purchases have been used for. Writes nothing. */
export async function foreseeUnder(
  { store }: Pick<AppDeps, 'store'>,
  merchantId: string,
  { record, owner, redemptions }: { record: SaleRecord; owner: ForeseenOwner; redemptions: Redemption[] },
  program: Program,
  now: Instant,
): Promise<ForeseenUnder> {
  const needs = factsNeeded(program);
  const request = usageRequest(record, program);
  const usage = await store.wallets.foreseeUsage(merchantId, owner.customerId, request);
  const basis = {
    redemptions,
    facts: owner.pinned ?? {
      firstPurchase: !owner.unidentified && usage.firstPurchase,
      segments: [...owner.segments],
    },
    usage: { month: monthUsage(program, usage.month), budget: usage.budget },
  };
  return { foreseen: foreseeSale(program, record, basis, now), needs };
}
