import { grantsOf, lotsOf, ownRuleFirst, reverse } from './lots';
import { debtOf } from './world';
import type { Grant, Sale, World } from './world';

/** Takes an amount of a grant back, in the order and as far as the pinned policy says (R23, R24). */
export function takeBack(world: World, sale: Sale, grant: Grant, amount: number): void {
  const policy = sale.version.returns.clawback;
  const all = lotsOf(world, grant.customerId, grant.type);
  const own = ownRuleFirst(
    all.filter((lot) => lot.saleId === sale.id),
    grant.ruleId,
    (lot) => lot.ruleId,
  );
  let left = amount;
  left -= reverse(own, 'pending', left);
  left -= reverse(own, 'active', left);
  grant.taken += amount - left;

  const lapsed = Math.min(left, lapsedUncounted(world, grant));
  grant.lapsed += lapsed;
  left -= lapsed;

  const others = policy === 'pending_only' ? [] : all.filter((lot) => lot.saleId !== sale.id);
  const collected = reverse(others, 'active', left);
  grant.taken += collected;
  left -= collected;

  if (policy === 'allow_debt') openDebt(world, grant, left);
  else grant.letOff += left;
}

function openDebt(world: World, grant: Grant, amount: number): void {
  const { customerId, type } = grant;
  if (amount > 0) world.debts.set(`${customerId}/${type}`, debtOf(world, customerId, type) + amount);
  grant.taken += amount;
}

/** What of the sale's lots expired unused and has not counted as taken back before. */
function lapsedUncounted(world: World, { saleId, customerId, type }: Grant): number {
  const own = lotsOf(world, customerId, type).filter((lot) => lot.saleId === saleId);
  const expired = own.reduce((sum, lot) => sum + lot.expired, 0);
  const counted = grantsOf(world, saleId, customerId, type).reduce((sum, grant) => sum + grant.lapsed, 0);
  return Math.max(0, expired - counted);
}
