import { BUCKETS, netGranted } from '../../ledger';
import type { BenefitType, Bucket, Grant, Lot, LotType, Redemption } from '../../ledger';
import type { CashbackCost, PointsCost, ProgramCost, VoucherCost } from './cost';

/** Sums over all lots and grants of one type. */
interface Sums extends Record<Bucket, number> {
  granted: number;
  takenBack: number;
  debt: number;
}

/** Sums up what has been given and what has become of it, to be shown as what a program costs. */
export class Costs {
  private readonly sums: Record<LotType, Sums> = { cashback: noSums(), points: noSums(), voucher: noSums() };
  private readonly vouchers = { issued: 0, faceCents: 0, discountCents: 0 };

  addLot({ type, buckets }: Lot): void {
    const sums = this.sums[type];
    for (const bucket of BUCKETS) sums[bucket] += buckets[bucket];
  }

  addDebt(type: BenefitType, debt: number): void {
    this.sums[type].debt += debt;
  }

  /** @param cents what is left of it is worth */
  addGrant(grant: Grant, cents: number): void {
    const sums = this.sums[grant.type];
    sums.granted += grant.granted;
    sums.takenBack += grant.taken;
    if (grant.type !== 'voucher' || netGranted(grant) === 0) return;
    this.vouchers.issued += 1;
    this.vouchers.faceCents += cents;
  }

  addRedemption({ type, state, discountCents }: Redemption): void {
    if (type === 'voucher' && state === 'confirmed') this.vouchers.discountCents += discountCents;
  }

  /** @param adjusted credits less debits by hand */
  cost(adjusted: Record<BenefitType, number>, pointValueCents: number): Omit<ProgramCost, 'unpayable'> {
    const cashback = cashbackCost(this.sums.cashback, adjusted.cashback);
    const points = pointsCost(this.sums.points, adjusted.points, pointValueCents);
    const vouchers = this.voucherCost();
    const totalCents = cashback.netCents + points.netCents + vouchers.faceCents;
    return { cashback, points, vouchers, totalCents };
  }

  private voucherCost(): VoucherCost {
    const sums = this.sums.voucher;
    return {
      ...this.vouchers,
      spentUses: sums.spent,
      expiredUses: sums.expired,
      outstandingUses: outstanding(sums),
    };
  }
}

function cashbackCost(sums: Sums, adjustedCents: number): CashbackCost {
  return {
    grantedCents: sums.granted,
    takenBackCents: sums.takenBack,
    netCents: sums.granted - sums.takenBack,
    adjustedCents,
    spentCents: sums.spent,
    expiredCents: sums.expired,
    outstandingCents: outstanding(sums),
    debtCents: sums.debt,
  };
}

function pointsCost(sums: Sums, adjusted: number, pointValueCents: number): PointsCost {
  const net = sums.granted - sums.takenBack;
  return {
    granted: sums.granted,
    takenBack: sums.takenBack,
    net,
    adjusted,
    spent: sums.spent,
    expired: sums.expired,
    outstanding: outstanding(sums),
    debt: sums.debt,
    netCents: net * pointValueCents,
    outstandingCents: outstanding(sums) * pointValueCents,
  };
}

function outstanding({ pending, active, reserved }: Sums): number {
  return pending + active + reserved;
}

function noSums(): Sums {
  const buckets = { pending: 0, active: 0, reserved: 0, spent: 0, expired: 0, reversed: 0 };
  return { ...buckets, granted: 0, takenBack: 0, debt: 0 };
}
