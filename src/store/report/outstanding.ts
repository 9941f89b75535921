import { lastUsableDate } from '../../loyalty';
import type { LotType } from '../../loyalty';
import type { Shop } from '../access';
import { lotModel } from '../ledger';
import type { LotDoc } from '../ledger';
import { notAfter } from '../mongo';
import type { Mongo } from '../mongo';
import { endAt, goingOn } from './end-at';
import { BATCH, LONGEST_MS, NO_SOURCE, sourceKey, sourcesOf } from './sources';
import type { Source } from './sources';

/**
 * What lots of one kind hold that end in one month: integer cents, points, or uses of vouchers; by the sale that earned them where
 * that is asked for.
 */
export interface OutstandingSum extends Source {
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
  expiresAt: Date | null;
  /** Until when they go on where nobody was reminded of that end; absent: they do not. */
  fairUntil?: Date | undefined;
  type: LotType;
  cents?: number | null | undefined;
  maxCents?: number | null | undefined;
  pending: number;
  active: number;
  reserved: number;
  source: Source;
}

/**
 * As the clock has it at `now`: what has ended by then is no more than reserved, whether or not that was written down (R1).
 * @param shops the merchant's, where it is asked for by store and channel
 */
export async function outstandingByMonth(
  mongo: Mongo,
  merchantId: string,
  { zone, now }: { zone: string; now: Date },
  shops: readonly Shop[] | null,
): Promise<OutstandingSum[]> {
  const months = new Map<string, OutstandingSum>();
  for await (const held of shops === null
    ? await endSums(mongo, merchantId)
    : openLots(mongo, merchantId, shops)) {
    const { type, reserved, source } = held;
    const expiresAt = endAt(held, now);
    const over = expiresAt !== null && expiresAt <= now;
    const [pending, active] = over ? [0, 0] : [held.pending, held.active];
    const uses = pending + active + reserved;
    if (uses === 0) continue;
    const month = expiresAt === null ? null : lastUsableDate(expiresAt.getTime(), zone).slice(0, 7);
    const key = `${type}/${month}/${sourceKey(source)}`;
    const sum = months.get(key) ?? { ...NOTHING, month, type, ...source };
    months.set(key, {
      ...sum,
      pending: sum.pending + pending,
      active: sum.active + active,
      reserved: sum.reserved + reserved,
      faceCents: sum.faceCents + uses * (held.cents ?? held.maxCents ?? 0),
    });
  }
  return [...months.values()];
}

const NOTHING = { pending: 0, active: 0, reserved: 0, faceCents: 0 };

/** By the very instant of the end: whole days end at few of them. */
async function endSums(mongo: Mongo, merchantId: string): Promise<EndSum[]> {
  const sums = await mongo.of(lotModel).aggregate<{
    _id: Pick<EndSum, 'expiresAt' | 'fairUntil' | 'type' | 'cents' | 'maxCents'>;
    pending: number;
    active: number;
    reserved: number;
  }>(
    [
      { $match: { merchantId, open: true } },
      {
        $group: {
          _id: {
            expiresAt: '$expiresAt',
            fairUntil: '$fairUntil',
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
    { allowDiskUse: true, maxTimeMS: LONGEST_MS },
  );
  return sums.map(({ _id, ...held }) => ({ ..._id, ...held, source: NO_SOURCE }));
}

/** One by one, each with where the sale was made that earned it; what was credited by hand is of no sale. */
async function* openLots(mongo: Mongo, merchantId: string, shops: readonly Shop[]): AsyncGenerator<EndSum> {
  const sources = await sourcesOf(mongo, merchantId, shops);
  type Held = Pick<LotDoc, 'type' | 'expiresAt' | 'fairUntil' | 'saleId' | 'buckets' | 'voucher'>;
  const lots = mongo
    .of(lotModel)
    .find({ merchantId, open: true })
    .select({ _id: 0, type: 1, expiresAt: 1, fairUntil: 1, saleId: 1, buckets: 1, 'voucher.discount': 1 })
    .maxTimeMS(LONGEST_MS)
    .lean<Held>()
    .cursor({ batchSize: BATCH });
  for await (const { type, expiresAt, fairUntil, saleId, buckets, voucher } of lots) {
    const { pending, active, reserved } = buckets;
    const ends = { expiresAt, fairUntil };
    yield { type, ...ends, pending, active, reserved, ...mostOf(voucher), source: sources.of(saleId) };
  }
}

/** What one use takes off at most. */
function mostOf(voucher: LotDoc['voucher']): Pick<EndSum, 'cents' | 'maxCents'> {
  const discount = voucher?.discount;
  return discount?.type === 'amount' ? { cents: discount.cents } : { maxCents: discount?.maxCents };
}

/** What is told by amount: a voucher's use is not. */
const BALANCES: LotType[] = ['cashback', 'points'];

/** What ends at one instant, summed. */
interface EndingAt {
  _id: { end: Date; type: LotType };
  amount: number;
}

/** Active balance by the last local date on which it can be used, of the days up to `until`; by its end as the clock has it at `from`. */
export async function endingByDay(
  mongo: Mongo,
  merchantId: string,
  { from, until, zone }: { from: Date; until: Date; zone: string },
): Promise<EndingSum[]> {
  const range = { $gt: from, ...notAfter(until) };
  const sums = await Promise.all([
    // Of fields of the index alone, so that no document is fetched.
    endingSums(mongo, { merchantId, expiresAt: range }, 'expiresAt'),
    // Of what has ended and is still open there is little.
    endingSums(mongo, { merchantId, ...goingOn(from, range), 'buckets.active': { $gt: 0 } }, 'fairUntil'),
  ]);
  const days = new Map<string, EndingSum>();
  for (const { _id, amount } of sums.flat()) {
    if (amount === 0) continue;
    const date = lastUsableDate(_id.end.getTime(), zone);
    const key = `${date}/${_id.type}`;
    days.set(key, { date, type: _id.type, amount: amount + (days.get(key)?.amount ?? 0) });
  }
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

function endingSums(
  mongo: Mongo,
  ending: Record<string, unknown>,
  by: 'expiresAt' | 'fairUntil',
): Promise<EndingAt[]> {
  return mongo
    .of(lotModel)
    .aggregate<EndingAt>(
      [
        { $match: { ...ending, open: true, type: { $in: BALANCES } } },
        { $project: { _id: 0, [by]: 1, type: 1, 'buckets.active': 1 } },
        { $group: { _id: { end: `$${by}`, type: '$type' }, amount: { $sum: '$buckets.active' } } },
      ],
      { maxTimeMS: 10_000 },
    )
    .exec();
}
