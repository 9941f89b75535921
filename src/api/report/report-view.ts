import type { z } from 'zod';
import type { LotType } from '../../loyalty';
import { weightIn } from '../../store';
import type {
  ActivitySums,
  Flow,
  MovedSum,
  OutstandingSum,
  ReturningRow,
  ReturningSums,
  Shop,
  Source,
} from '../../store';
import type { activitySchema, liabilitySchema, returningSchema } from './report-schema';

export type Liability = z.output<typeof liabilitySchema>;
export type Held = Liability['total'];
export type Activity = z.output<typeof activitySchema>;
type Flows = Activity['total']['points'];
export type Returning = z.output<typeof returningSchema>;

/** Where sales were made, in an answer. */
export interface NamedSource extends Source {
  storeName: string | null;
}

/** How sources are called: as their stores are called now. */
export type Naming = (source: Source) => NamedSource;

/** @param shops the merchant's */
export function namingBy(shops: readonly Shop[]): Naming {
  const names = new Map(shops.map(({ id, name }) => [id, name]));
  return ({ storeId, channel }) => ({
    storeId,
    storeName: storeId === null ? null : (names.get(storeId) ?? null),
    channel,
  });
}

/** Sums of one month and source together, in the order of both, the stores by what they are called. */
function grouped<Sum extends Source>(
  sums: readonly Sum[],
  naming: Naming,
  monthOf: (sum: Sum) => string,
): { source: NamedSource; sums: Sum[] }[] {
  const groups = new Map<string, { source: NamedSource; sums: Sum[] }>();
  for (const sum of sums) {
    const source = naming(sum);
    const { storeId, storeName, channel } = source;
    const key = JSON.stringify([monthOf(sum), storeName ?? storeId, storeId, channel]);
    const group = groups.get(key) ?? { source, sums: [] };
    groups.set(key, { source, sums: [...group.sums, sum] });
  }
  return [...groups.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

/** What is owed by the month in which it ends, the soonest first, and in all. */
export function liabilityView(
  sums: readonly OutstandingSum[],
  naming: Naming,
): Pick<Liability, 'months' | 'total'> {
  // What never ends comes last: no month is written like that.
  const groups = grouped(sums, naming, ({ month }) => month ?? '9999-99');
  return {
    months: groups.map(({ source, sums: some }) => ({ month: some[0]!.month, ...source, ...heldIn(some) })),
    total: heldIn(sums),
  };
}

function heldIn(sums: readonly OutstandingSum[]): Held {
  const sum = (type: LotType, of: 'active' | 'pending' | 'reserved' | 'faceCents'): number =>
    sums.filter((one) => one.type === type).reduce((total, one) => total + one[of], 0);
  return {
    cashback: {
      activeCents: sum('cashback', 'active'),
      pendingCents: sum('cashback', 'pending'),
      reservedCents: sum('cashback', 'reserved'),
    },
    points: {
      active: sum('points', 'active'),
      pending: sum('points', 'pending'),
      reserved: sum('points', 'reserved'),
    },
    vouchers: {
      activeUses: sum('voucher', 'active'),
      pendingUses: sum('voucher', 'pending'),
      reservedUses: sum('voucher', 'reserved'),
      faceCents: sum('voucher', 'faceCents'),
    },
  };
}

/** What moved, a row for each month and source. */
export function activityView(
  { moved, debts }: ActivitySums,
  naming: Naming,
): Pick<Activity, 'rows' | 'total' | 'debt'> {
  const months = [...new Set(debts.map(({ month }) => month))].sort();
  const debt = (month: string, benefit: LotType, of: 'opened' | 'settled'): number =>
    debts
      .filter((one) => one.month === month && one.benefit === benefit)
      .reduce((total, one) => total + one[of], 0);
  return {
    rows: grouped(moved, naming, ({ month }) => month).map(({ source, sums }) => ({
      month: sums[0]!.month,
      ...source,
      ...flowsIn(sums),
    })),
    total: flowsIn(moved),
    debt: months.map((month) => ({
      month,
      openedCents: debt(month, 'cashback', 'opened'),
      settledCents: debt(month, 'cashback', 'settled'),
      openedPoints: debt(month, 'points', 'opened'),
      settledPoints: debt(month, 'points', 'settled'),
    })),
  };
}

function flowsIn(moved: readonly MovedSum[]): Activity['total'] {
  const of = (benefit: LotType): Flows => flowsOf(moved.filter((sum) => sum.benefit === benefit));
  return { cashbackCents: of('cashback'), points: of('points'), voucherUses: of('voucher') };
}

/** Every move counts in one column, so that `net` is the change of what customers have; what goes on changes nothing of it. */
export function flowsOf(moved: readonly MovedSum[]): Flows {
  const sum = (flow: Flow): number =>
    moved.reduce((total, one) => total + weightIn(flow, one.type, one) * one.amount, 0);
  const [granted, credited, used] = [sum('granted'), sum('credited'), sum('used')];
  const [expired, takenBack, debited] = [sum('expired'), sum('takenBack'), sum('debited')];
  const net = granted + credited - used - expired - takenBack - debited;
  return { granted, credited, used, expired, extended: sum('extended'), takenBack, debited, net };
}

/** What a report says of coming back, of one source or of all. */
export type ComingBack = Omit<Returning['rows'][number], keyof NamedSource>;

/** Rates of coming back and of use, of all together. */
export function returningView(sums: ReturningSums, moved: readonly MovedSum[]): ComingBack {
  const { cashbackCents, points } = flowsIn(moved);
  return {
    ...sums,
    repeatRateBps: rate(sums.repeatCustomers, sums.customers),
    grantedCents: cashbackCents.granted,
    usedCents: cashbackCents.used,
    redemptionRateBps: rate(cashbackCents.used, cashbackCents.granted),
    grantedPoints: points.granted,
    usedPoints: points.used,
    pointsRedemptionRateBps: rate(points.used, points.granted),
  };
}

const NOBODY_ANYWHERE: ReturningRow = {
  ...{ customers: 0, repeatCustomers: 0, purchases: 0 },
  ...{ totalCents: 0, repeatTotalCents: 0, storeId: null, channel: null },
};

/** The same of each store and channel in which somebody bought, or which earned what moved. */
export function returningRowsView(
  sums: readonly ReturningRow[],
  moved: readonly MovedSum[],
  naming: Naming,
): Returning['rows'] {
  return grouped<Source>([...sums, ...moved], naming, () => '').map(({ source }) => {
    const isOf = (one: Source): boolean => one.storeId === source.storeId && one.channel === source.channel;
    const { storeId: _store, channel: _channel, ...bought } = sums.find(isOf) ?? NOBODY_ANYWHERE;
    return { ...source, ...returningView(bought, moved.filter(isOf)) };
  });
}

/** In basis points, exact and floored; null: there is nothing to compare with. */
export function rate(part: number, whole: number): number | null {
  return whole <= 0 ? null : Number((BigInt(part) * 10_000n) / BigInt(whole));
}
