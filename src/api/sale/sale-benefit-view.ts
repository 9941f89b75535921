import type { z } from 'zod';
import { benefitState, bookAt, holdingsIn, vouchersAt } from '../../loyalty';
import type { BenefitType, Bucket, Instant, Sale, Wallet } from '../../loyalty';
import type { benefitSchema } from './sale-benefit-schema';

type Benefit = Omit<z.output<typeof benefitSchema>, 'earnedCents' | 'activatesAt' | 'expiresAt'>;

/** Where the benefit of the sale's lots lies, once the clock has done what it has decided already (R1). */
export function benefitView(sale: Sale, wallet: Wallet | null, now: Instant): Benefit {
  const book = wallet && bookAt(wallet, now);
  const cents = bucketSums(sale.id, 'cashback', book?.wallet);
  const points = bucketSums(sale.id, 'points', book?.wallet);
  const vouchers = wallet ? vouchersAt(wallet, now).filter(({ saleId }) => saleId === sale.id) : [];
  return {
    pendingCents: cents.pending,
    activeCents: cents.active,
    reservedCents: cents.reserved,
    usedCents: cents.spent,
    expiredCents: cents.expired,
    takenBackCents: cents.reversed,
    points: {
      earnedPoints: sale.benefit.earnedPoints,
      pendingPoints: points.pending,
      activePoints: points.active,
      reservedPoints: points.reserved,
      usedPoints: points.spent,
      expiredPoints: points.expired,
      takenBackPoints: points.reversed,
    },
    vouchers: vouchers.map(({ code, template, state, usesLeft, expiresOn }) => ({
      code,
      template,
      state,
      usesLeft,
      expiresOn,
    })),
  };
}

/** The last end of it: where that has come, by what the clock has decided of the lots, which may go on. */
export function lastEnd(sale: Sale, wallet: Wallet | null, now: Instant): Instant | null {
  const { expiresAt } = sale.benefit;
  if (!wallet || expiresAt === null || expiresAt > now) return expiresAt;
  return benefitState(sale, holdingsIn(bookAt(wallet, now).wallet, sale.id)).expiresAt;
}

function bucketSums(saleId: string, type: BenefitType, wallet: Wallet | undefined): Record<Bucket, number> {
  const lots = (wallet?.lots ?? []).filter((lot) => lot.saleId === saleId && lot.type === type);
  const sum = (bucket: Bucket): number => lots.reduce((total, lot) => total + lot.buckets[bucket], 0);
  return {
    pending: sum('pending'),
    active: sum('active'),
    reserved: sum('reserved'),
    spent: sum('spent'),
    expired: sum('expired'),
    reversed: sum('reversed'),
  };
}
