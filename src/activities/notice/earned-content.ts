import { firstUsableMoment, isBalance, lastUsableMoment, netGranted } from '../../loyalty';
import type { BenefitType, Instant, Lot, Wallet } from '../../loyalty';
import type { EarnedMessage } from '../../messaging';
import { balanceShown, lotsShown } from './shown-benefit';

type EarnedContent = Pick<EarnedMessage, 'benefit' | 'paysDebt' | 'usableFrom' | 'validUntil'>;

/** What there still is of what a sale earned, and the part of it that has paid or will pay what the customer owes (R29). */
export function earnedContent(
  wallet: Wallet,
  saleId: string,
  pointValueCents: number,
  now: Instant,
): EarnedContent {
  const cashback = earnedBalance('cashback', wallet, saleId);
  const points = earnedBalance('points', wallet, saleId);
  const lots = wallet.lots.filter((lot) => lot.saleId === saleId && unused(lot) > 0);
  return {
    benefit: {
      ...lotsShown(lots, pointValueCents, unused),
      ...balanceShown({ cashback: cashback.amount, points: points.amount }, pointValueCents),
    },
    paysDebt: {
      ...balanceShown({ cashback: cashback.paysDebt, points: points.paysDebt }, pointValueCents),
      vouchers: [],
    },
    ...usablePeriod(lots, now),
  };
}

function unused({ buckets }: Lot): number {
  return buckets.pending + buckets.active;
}

/** What was taken of the sale's lots although the sale holds it all has paid a debt. */
function earnedBalance(
  type: BenefitType,
  wallet: Wallet,
  saleId: string,
): { amount: number; paysDebt: number } {
  const lots = wallet.lots.filter((lot) => lot.saleId === saleId && lot.type === type);
  const left = total(lots, unused);
  if (left === 0) return { amount: 0, paysDebt: 0 };
  const held = total(
    wallet.grants.filter((grant) => grant.saleId === saleId && grant.type === type),
    netGranted,
  );
  const paid = Math.max(0, held - total(lots, ({ amount, buckets }) => amount - buckets.reversed));
  const due = Math.min(
    wallet.debt[type],
    total(lots, ({ buckets }) => buckets.pending),
  );
  return { amount: left + paid, paysDebt: paid + due };
}

function total<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}

/** All of it is usable from the latest activation on, and cashback and points through their soonest end. */
function usablePeriod(lots: readonly Lot[], now: Instant): Pick<EarnedContent, 'usableFrom' | 'validUntil'> {
  const [last] = lots.toSorted((a, b) => b.activatesAt - a.activatesAt);
  const [first] = lots
    .flatMap(({ type, expiresAt, zone }) =>
      isBalance(type) && expiresAt !== null ? [{ expiresAt, zone }] : [],
    )
    .toSorted((a, b) => a.expiresAt - b.expiresAt);
  return {
    usableFrom: !last || last.activatesAt <= now ? null : firstUsableMoment(last.activatesAt, last.zone),
    validUntil: first ? lastUsableMoment(first.expiresAt, first.zone) : null,
  };
}
