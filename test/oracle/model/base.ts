import { goodsCents, redemptionsOn } from './world';
import type { Rule } from './input';
import type { Sale, World } from './world';

/** Value of the confirmed benefit that names the sale, in cents (R9). */
export function benefitSpent(world: World, sale: Sale): number {
  return redemptionsOn(world, sale, 'confirmed').reduce((sum, { valueCents }) => sum + valueCents, 0);
}

/** The part paid with benefit: what was spent, less the order's own discount, at least 0 (R9). */
export function paidWithBenefit(world: World, sale: Sale): number {
  return Math.max(0, benefitSpent(world, sale) - (sale.content.discountCents ?? 0));
}

/** What a rule's percentage is of, in cents; 0 or less earns nothing (R8, R10), nor do goods below zero (R53). */
export function baseCents(world: World, sale: Sale, rule: Rule): number {
  const { base } = sale.version;
  if (!base.earnOnRedeemed && benefitSpent(world, sale) > 0) return 0;
  if (goodsCents(sale.content) < 0) return 0;
  const paid = base.excludeBenefitPaid ? paidWithBenefit(world, sale) : 0;
  const netGoods = goodsCents(sale.content) - paid;
  if (rule.when?.skus) return goodsOfSkus(sale, Math.max(0, netGoods), rule.when.skus);
  const freight = base.includeFreight ? (sale.content.freightCents ?? 0) : 0;
  const other = base.includeOtherExpenses ? (sale.content.otherExpensesCents ?? 0) : 0;
  return netGoods + freight + other;
}

/** Prices by line once each exchanged piece has been set against the lines of its own product, first come first (R53). */
function pricesAfterExchange(items: { sku: string; totalCents: number }[]): bigint[] {
  const credit = new Map<string, number>();
  for (const { sku, totalCents } of items)
    if (totalCents < 0 && sku !== '') credit.set(sku, (credit.get(sku) ?? 0) - totalCents);
  return items.map(({ sku, totalCents }) => {
    if (totalCents <= 0) return 0n;
    const used = Math.min(credit.get(sku) ?? 0, totalCents);
    credit.set(sku, (credit.get(sku) ?? 0) - used);
    return BigInt(totalCents - used);
  });
}

/** Net goods split over all lines by largest remainder, ties to the earlier line; the matching lines' share (R8). */
function goodsOfSkus(sale: Sale, netGoods: number, skus: string[]): number {
  const items = sale.content.items ?? [];
  const prices = pricesAfterExchange(items);
  const total = prices.reduce((sum, price) => sum + price, 0n);
  if (total === 0n) return 0;
  const lines = items.map((item, index) => {
    const scaled = BigInt(netGoods) * prices[index]!;
    return { index, sku: item.sku, share: Number(scaled / total), rest: scaled % total };
  });
  let left = netGoods - lines.reduce((sum, line) => sum + line.share, 0);
  for (const line of [...lines].sort((a, b) => Number(b.rest - a.rest) || a.index - b.index)) {
    if (left > 0) line.share += 1;
    left -= 1;
  }
  return lines.filter((line) => skus.includes(line.sku)).reduce((sum, line) => sum + line.share, 0);
}
