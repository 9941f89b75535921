import type { Grant } from '../../ledger';
import { LONGEST_CHAIN } from '../../purchase';
import { benefitState, newSale, patched, purchaseIds, refsOfUses, standingOf } from '../../sale';
import type { Sale } from '../../sale';
import type { WorldSale } from './world-sale';

/** The sale in the shape in which purchases are planned. */
export function asSale({ record, source, purchase, told, earned, claimed, named }: WorldSale): Sale {
  const { id, zone, customerId, claimedAt, programVersion } = record;
  const { storeId, soldAt, totalCents, freightCents, otherExpensesCents, discountCents, items } = record;
  const { channel, externalId, connectionId } = source;
  const sale = newSale({ id, merchantId: 'history', channel, externalId, connectionId, zone }, told);
  const owner = { customerId, claimedAt, claimCall: claimed ? id : null, identifiedBy: named };
  const content = { storeId, soldAt, totalCents, freightCents, otherExpensesCents, discountCents, items };
  return patched(sale, { source, content, owner, purchase, benefit: { programVersion, ...earned } });
}

/** What its customer has got of the sale by these grants. */
export function earnedOf(sale: WorldSale, grants: readonly Grant[]): WorldSale['earned'] {
  const { earnedCents, earnedPoints, earnedVouchers } = benefitState(asSale(sale), {
    lots: [],
    grants,
    reservations: [],
  });
  return { earnedCents, earnedPoints, earnedVouchers };
}

/** The sales with these ids, their tellings, and what they count by in their turn. */
export function salesAround(
  sales: ReadonlyMap<string, WorldSale>,
  ids: readonly string[],
): Map<string, Sale> {
  const known = new Map<string, Sale>();
  for (const wanted = [...ids]; wanted.length > 0;) {
    const id = wanted.pop()!;
    const found = known.has(id) ? undefined : sales.get(id);
    if (!found) continue;
    const { duplicateOf, tellings } = found.purchase;
    known.set(id, asSale(found));
    wanted.push(...(duplicateOf === null ? [] : [duplicateOf]), ...tellings.map(({ saleId }) => saleId));
  }
  return known;
}

/** The sale by which a sale's purchase counts: itself, as a rule. */
export function countingSale(sales: ReadonlyMap<string, WorldSale>, sale: WorldSale): WorldSale {
  let at = sale;
  for (let steps = 0; steps < LONGEST_CHAIN && at.purchase.duplicateOf !== null; steps += 1)
    at = sales.get(at.purchase.duplicateOf)!;
  return at;
}

/** Brings what the benefit is decided by up to what source and purchase say now. */
export function refresh({ record, source, purchase, named }: WorldSale): void {
  const owner = { customerId: record.customerId, identifiedBy: named };
  record.standing = standingOf({ source, purchase });
  record.ids = purchaseIds({ id: record.id, purchase });
  record.refs = refsOfUses({ source, owner, purchase });
  record.returnedCents = purchase.returnedCents;
}
