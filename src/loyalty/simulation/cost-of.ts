import type { World } from '../history';
import { heldOf } from '../ledger';
import type { Bucket, Grant, Lot, LotType } from '../ledger';
import type { Program } from '../program';
import type { CashbackCost, PointsCost, ProgramCost, VoucherCost } from './cost';
import type { Worth } from './outcome';
import type { Tally } from './tally';

/** Sums over all lots and accounts of one type. */
interface Sums extends Record<Bucket, number> {
  granted: number;
  takenBack: number;
  debt: number;
}

/** What a world that has been played to its end has cost. */
export function costOf(
  program: Program,
  world: World,
  tally: Tally,
  worth: Worth,
): Omit<ProgramCost, 'unpayable'> {
  const cashback = cashbackCost(sumsOf(world, 'cashback'), tally.adjusted.cashback);
  const points = pointsCost(sumsOf(world, 'points'), tally.adjusted.points, program);
  const vouchers = voucherCost(world, worth);
  return {
    cashback,
    points,
    vouchers,
    totalCents: cashback.netCents + points.netCents + vouchers.faceCents,
  };
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

function pointsCost(sums: Sums, adjusted: number, { redemption }: Program): PointsCost {
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
    netCents: net * redemption.pointValueCents,
    outstandingCents: outstanding(sums) * redemption.pointValueCents,
  };
}

function voucherCost(world: World, worth: Worth): VoucherCost {
  const sums = sumsOf(world, 'voucher');
  const kept = [...world.customers.values()].flatMap(({ grants }) =>
    grants.filter((grant) => grant.type === 'voucher' && heldOf(grant) > 0),
  );
  const used = [...world.redemptions.values()].filter(
    ({ redemption }) => redemption.type === 'voucher' && redemption.state === 'confirmed',
  );
  return {
    issued: kept.length,
    faceCents: kept.reduce((sum, grant) => sum + worth(grant), 0),
    spentUses: sums.spent,
    discountCents: used.reduce((sum, { redemption }) => sum + redemption.discountCents, 0),
    expiredUses: sums.expired,
    outstandingUses: outstanding(sums),
  };
}

function outstanding({ pending, active, reserved }: Sums): number {
  return pending + active + reserved;
}

function sumsOf(world: World, type: LotType): Sums {
  const sums: Sums = {
    ...{ pending: 0, active: 0, reserved: 0, spent: 0, expired: 0, reversed: 0 },
    ...{ granted: 0, takenBack: 0, debt: 0 },
  };
  for (const ledger of world.customers.values()) {
    for (const lot of ledger.lots.values()) if (lot.type === type) addLot(sums, lot);
    for (const grant of ledger.grants) if (grant.type === type) addGrant(sums, grant);
    if (type !== 'voucher') sums.debt += ledger.debtOf(type);
  }
  return sums;
}

function addLot(sums: Sums, { buckets }: Lot): void {
  for (const [bucket, amount] of Object.entries(buckets) as [Bucket, number][]) sums[bucket] += amount;
}

function addGrant(sums: Sums, { granted, taken }: Grant): void {
  sums.granted += granted;
  sums.takenBack += taken;
}
