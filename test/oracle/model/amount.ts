import { localDate } from './calendar';
import { heldOf } from './world';
import type { Rule } from './input';
import type { Grant, Sale, World } from './world';

/** An exact amount: `over` divided by `under`. */
interface Fraction {
  over: bigint;
  under: bigint;
}

const atMost = (amount: Fraction, cap: number | undefined): Fraction =>
  cap !== undefined && amount.over > BigInt(cap) * amount.under ? { over: BigInt(cap), under: 1n } : amount;

/** rate → multiplier → bonus → cap per sale → per month → budget → one floor (R12). 0 for a voucher rule. */
export function amountOf(world: World, sale: Sale, rule: Rule, base: number): number {
  if (rule.grant.type === 'voucher') return 0;
  const [over, under] =
    rule.grant.type === 'cashback' ? [rule.grant.rateBps, 10_000] : [rule.grant.points, rule.grant.perCents];
  let amount = { over: BigInt(base) * BigInt(over), under: BigInt(under) };
  amount = { over: amount.over * BigInt(rule.multiplierMilli ?? 1000), under: amount.under * 1000n };
  amount = { ...amount, over: amount.over + BigInt(rule.bonusCents ?? rule.bonusPoints ?? 0) * amount.under };
  amount = atMost(amount, rule.capPerSaleCents ?? rule.capPerSalePoints);
  amount = atMost(amount, monthlyRoom(world, sale, rule));
  amount = atMost(amount, budgetRoom(world, sale, rule));
  return Number(amount.over / amount.under);
}

function room(cap: number | undefined, counted: number[]): number | undefined {
  if (cap === undefined) return undefined;
  return Math.max(0, cap - counted.reduce((sum, amount) => sum + amount, 0));
}

/** Room of the customer and rule in the month of `soldAt`, net of what was really taken back (R14). */
function monthlyRoom(world: World, sale: Sale, rule: Rule): number | undefined {
  const sameMonth = ({ saleId }: Grant): boolean => {
    const other = world.sales.get(saleId);
    return other !== undefined && monthOf(other) === monthOf(sale);
  };
  const counted = othersOf(world, sale, rule).filter(
    (grant) => grant.customerId === sale.customerId && sameMonth(grant),
  );
  return room(
    rule.capPerCustomerPerMonthCents ?? rule.capPerCustomerPerMonthPoints,
    counted.map((grant) => heldOf(grant) + grant.letOff),
  );
}

/** Room of the rule over all customers and versions, net of returns, collected or let off (R15). */
function budgetRoom(world: World, sale: Sale, rule: Rule): number | undefined {
  return room(rule.budgetCents ?? rule.budgetPoints, othersOf(world, sale, rule).map(heldOf));
}

/** Grants of the rule, in any version; those of the sale itself do not count. */
const othersOf = (world: World, sale: Sale, rule: Rule): Grant[] =>
  world.grants.filter((grant) => grant.ruleId === rule.id && grant.saleId !== sale.id);

const monthOf = (sale: Sale): string => localDate(Date.parse(sale.content.soldAt), sale.zone).slice(0, 7);
