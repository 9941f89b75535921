import { lastUsableDate } from '../../loyalty';
import type { LotType } from '../../loyalty';
import { lotModel } from '../ledger';
import { notAfter } from '../mongo';
import type { Mongo } from '../mongo';

/** What lots of one kind hold that end in one month: integer cents, points, or uses of vouchers. */
export interface OutstandingSum {
  /** `YYYY-MM` of the last usable instant; null: they never end. */
  month: string | null;
  type: LotType;
  pending: number;
  active: number;
  reserved: number;
  /** Of vouchers: what all those uses can take off at most, in cents, as far as that is limited. */
  faceCents: number;
}

/** What ends on one local date: active amounts only. */
export interface EndingSum {
  date: string;
  type: LotType;
  amount: number;
}

/** Lots that end at one instant, summed; of vouchers apart by what one use takes off at most. */
interface EndSum {
  _id: { expiresAt: Date | null; type: LotType; cents?: number | null; maxCents?: number | null };
  pending: number;
  active: number;
  reserved: number;
}

/** As the clock has it at `now`: what has ended by then is no more than reserved, whether or not that was written down (R1). */
export async function outstandingByMonth(
  mongo: Mongo,
  merchantId: string,
  zone: string,
  now: Date,
): Promise<OutstandingSum[]> {
  const months = new Map<string, OutstandingSum>();
  for (const { _id, ...held } of await endSums(mongo, merchantId)) {
    const { expiresAt, type, cents, maxCents } = _id;
    const over = expiresAt !== null && expiresAt <= now;
    const [pending, active] = over ? [0, 0] : [held.pending, held.active];
    const { reserved } = held;
    const uses = pending + active + reserved;
    if (uses === 0) continue;
    const month = expiresAt === null ? null : lastUsableDate(expiresAt.getTime(), zone).slice(0, 7);
    const key = `${type}/${month}`;
    const sum = months.get(key) ?? { month, type, pending: 0, active: 0, reserved: 0, faceCents: 0 };
    months.set(key, {
      ...{ month, type, pending: sum.pending + pending, active: sum.active + active },
      reserved: sum.reserved + reserved,
      faceCents: sum.faceCents + uses * (cents ?? maxCents ?? 0),
    });
  }
  return [...months.values()];
}

/** By the very instant of the end: whole days end at few of them. */
function endSums(mongo: Mongo, merchantId: string): Promise<EndSum[]> {
  return mongo
    .of(lotModel)
    .aggregate<EndSum>(
      [
        { $match: { merchantId, open: true } },
        {
          $group: {
            _id: {
              expiresAt: '$expiresAt',
              type: '$type',
              cents: '$voucher.discount.cents',
              maxCents: '$voucher.discount.maxCents',
            },
            pending: { $sum: '$buckets.pending' },
            active: { $sum: '$buckets.active' },
            reserved: { $sum: '$buckets.reserved' },
          },
        },
      ],
      { allowDiskUse: true, maxTimeMS: 45_000 },
    )
    .exec();
}

/** Active balance by the last local date on which it can be used, of the days up to `until`. */
export async function endingByDay(
  mongo: Mongo,
  merchantId: string,
  { from, until, zone }: { from: Date; until: Date; zone: string },
): Promise<EndingSum[]> {
  const sums = await mongo
    .of(lotModel)
    .aggregate<{ _id: { expiresAt: Date; type: LotType }; amount: number }>(
      [
        { $match: { merchantId, open: true, expiresAt: { $gt: from, ...notAfter(until) } } },
        // Of fields of the index alone, so that no document is fetched.
        { $project: { _id: 0, expiresAt: 1, type: 1, 'buckets.active': 1 } },
        { $group: { _id: { expiresAt: '$expiresAt', type: '$type' }, amount: { $sum: '$buckets.active' } } },
      ],
      { maxTimeMS: 10_000 },
    );
  const days = new Map<string, EndingSum>();
  for (const { _id, amount } of sums) {
    if (amount === 0 || _id.type === 'voucher') continue;
    const date = lastUsableDate(_id.expiresAt.getTime(), zone);
    const key = `${date}/${_id.type}`;
    days.set(key, { date, type: _id.type, amount: amount + (days.get(key)?.amount ?? 0) });
  }
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}
