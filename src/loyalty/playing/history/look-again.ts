import { bringUpToDate, isPurchaseOf, NOTHING_USED, runAtOnce } from '../../entitlement';
import type { AroundSale, SaleRecord, Usage, UsageRequest } from '../../entitlement';
import { matchTellings } from './match-tellings';
import { earnedOf } from './told-sale';
import type { World } from './world';
import type { WorldSale } from './world-sale';

/**
 * Lets a sale look again, as the engines do: whether it counts for its purchase, and what it deserves. Then those look that
 * have to because of it, one after the other, until nothing moves any more.
 * @param segments the groups its customer is in now
 */
export function lookAgain(world: World, sale: WorldSale, segments: readonly string[]): void {
  const waiting = new Set([sale]);
  for (const next of waiting) {
    waiting.delete(next);
    const woken = matchTellings(world, next);
    settle(world, next, next.record.customerId === sale.record.customerId ? segments : []);
    for (const other of woken) waiting.add(other);
  }
}

/** Moves every ledger concerned by the difference between what the sale deserves and what it has given. */
function settle(world: World, sale: WorldSale, segments: readonly string[]): void {
  if (sale.record.customerId !== null) world.customer(sale.record.customerId);
  runAtOnce(bringUpToDate(sale.record, aroundSale(world, sale, segments)));
  if (world.purchases) sale.earned = earnedOf(sale, world.grantsOf(sale.record.id));
}

/** What lies around a sale of a history: all of it is in memory, and has its answer at once. */
function aroundSale(world: World, sale: WorldSale, segments: readonly string[]): AroundSale<void> {
  const { id, customerId } = sale.record;
  const keep = (record: SaleRecord): void => void (sale.record = record);
  return {
    keep,
    version: () => world.versionOf(sale.record),
    redemptions: () => world.references.usesOf(sale.record.ids),
    looseUses: () => world.references.looseUses(sale.record),
    salesFor: ({ saleRef }) => world.salesFor(saleRef),
    undone: () => sale.undone,
    grants: () => world.grantsOf(id),
    segments: () => segments,
    codeOf: (ruleId) => `${id}/${ruleId}/${customerId}`,
    calculated: (record, basis) => world.observer?.calculated(record, basis),

    undo({ id: redemptionId }, change) {
      const { customer, redemption } = world.redemptions.get(redemptionId)!;
      customer.change({ redemption }, world.now, change);
      sale.undone = [...sale.undone, redemptionId];
    },

    keepSale({ id: redemptionId }, saleId) {
      const { customer, redemption } = world.redemptions.get(redemptionId)!;
      customer.change({ redemption }, world.now, (book) => book.keepSale(redemption, saleId));
      world.keepRedemption(customer, redemption);
    },

    lookAgain(saleId) {
      const other = world.sales.get(saleId);
      if (other) settle(world, other, []);
    },

    takeBack(formerOwner, change) {
      const customer = world.customer(formerOwner);
      world.changeOfSale(customer, id, () => customer.change({ saleId: id }, world.now, change));
    },

    changeOwner(request, change) {
      const owner = world.customer(customerId!);
      const usage = request === null ? NOTHING_USED : usageIn(world, owner.customerId, request);
      world.changeOfSale(owner, id, () =>
        keep(owner.change({ saleId: id }, world.now, (book, now) => change(book, now, usage))),
      );
      for (const lot of owner.vouchersOf(id)) world.vouchers.set(lot.voucher!.code, { customer: owner, lot });
    },
  };
}

function usageIn(world: World, customerId: string, request: UsageRequest): Usage {
  const { saleId, month, budgets, firstPurchase } = request;
  return {
    month: month === null ? [] : world.monthGrants(customerId, month, saleId),
    budget: Object.fromEntries(budgets.map((rule) => [rule.id, world.budgetUsed(rule, saleId)])),
    firstPurchase: !firstPurchase || !boughtBefore(world, customerId, saleId),
  };
}

function boughtBefore(world: World, customerId: string, saleId: string): boolean {
  if (world.buyers.has(customerId)) return true;
  return world.salesOf(customerId).some((other) => other.id !== saleId && isPurchaseOf(customerId, other));
}
