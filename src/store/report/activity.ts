import { entryModel } from '../ledger';
import type { EntryDoc } from '../ledger';
import type { Bucket, Entry, LotType } from '../../loyalty';
import { notBefore } from '../mongo';
import type { Mongo } from '../mongo';
import type { Shop } from '../access';
import { BATCH, LONGEST_MS, NO_SOURCE, saleOfLot, sourceKey, sourcesOf } from './sources';
import type { Source, Sources } from './sources';

/** A period of the ledger, by the instants of its entries; the end is exclusive. */
export interface ReportPeriod {
  from: Date;
  end: Date;
  /** In whose months they are summed. */
  zone: string;
}

/** All moves of one kind within a month, summed: integer cents, points, or uses of vouchers; by the sale that earned the lot. */
export interface MovedSum extends Source {
  /** `YYYY-MM`. */
  month: string;
  type: Entry['type'];
  benefit: LotType;
  from: Bucket | 'issued';
  to: Bucket;
  amount: number;
}

/** What was summed, and the changes of debt by month. */
export interface ActivitySums {
  moved: MovedSum[];
  debts: { month: string; benefit: LotType; opened: number; settled: number }[];
}

/** A merge carries amounts as they are from one ledger to another, and a reminder leaves them: nothing is given or taken by it. */
const COUNTED: Entry['type'][] = [
  'EARN_PENDING',
  'CANCEL_PENDING',
  'SPEND',
  'ROLLBACK',
  'EXTEND',
  'EXPIRE',
  'CLAWBACK',
  'DEBT_OPEN',
  'DEBT_SETTLE',
  'ADJUST_CREDIT',
  'ADJUST_DEBIT',
  'REINSTATE',
];

/**
 * Along the index of types and instants; the sums are made by the database, but for those by store and channel.
 * @param shops the merchant's, where it is asked for by store and channel
 */
export async function activityOf(
  mongo: Mongo,
  merchantId: string,
  period: ReportPeriod,
  shops: readonly Shop[] | null,
): Promise<ActivitySums> {
  const sources = shops === null ? null : await sourcesOf(mongo, merchantId, shops);
  const [moved, debts] = await Promise.all([
    sources === null ? movedIn(mongo, merchantId, period) : movedBySource(mongo, merchantId, period, sources),
    debtsIn(mongo, merchantId, period),
  ]);
  return { moved, debts };
}

const monthIn = (zone: string): object => ({
  $dateToString: { date: '$at', format: '%Y-%m', timezone: zone },
});

const within = (
  merchantId: string,
  { from, end }: ReportPeriod,
  types: Entry['type'][],
): Record<string, unknown> => ({
  merchantId,
  type: { $in: types },
  // All there are: the index has it between the two.
  benefit: { $in: BENEFITS },
  at: { ...notBefore(from), $lt: end },
});

const BENEFITS: LotType[] = ['cashback', 'points', 'voucher'];

async function movedIn(mongo: Mongo, merchantId: string, period: ReportPeriod): Promise<MovedSum[]> {
  const kind = { month: '$month', type: '$type', benefit: '$benefit', from: '$moves.from', to: '$moves.to' };
  const sums = await mongo
    .of(entryModel)
    .aggregate<{ _id: Omit<MovedSum, 'amount' | keyof Source>; amount: number }>(
      [
        { $match: within(merchantId, period, COUNTED) },
        {
          $project: {
            type: 1,
            benefit: 1,
            'moves.from': 1,
            'moves.to': 1,
            'moves.amount': 1,
            month: monthIn(period.zone),
          },
        },
        { $unwind: '$moves' },
        { $group: { _id: kind, amount: { $sum: '$moves.amount' } } },
      ],
      { allowDiskUse: true, maxTimeMS: LONGEST_MS },
    );
  return sums.map(({ _id, amount }) => ({ ..._id, amount, ...NO_SOURCE }));
}

type Moves = Pick<EntryDoc, 'type' | 'benefit' | 'moves'> & { month: string };

/** Each lot is named after the sale that earned it; what was credited by hand is of no sale. */
async function movedBySource(
  mongo: Mongo,
  merchantId: string,
  period: ReportPeriod,
  sources: Sources,
): Promise<MovedSum[]> {
  const sums = new Map<string, MovedSum>();
  const entries = mongo
    .of(entryModel)
    .aggregate<Moves>(
      [
        { $match: within(merchantId, period, COUNTED) },
        { $project: { _id: 0, type: 1, benefit: 1, moves: 1, month: monthIn(period.zone) } },
      ],
      { allowDiskUse: true, maxTimeMS: LONGEST_MS },
    )
    .cursor<Moves>({ batchSize: BATCH });
  for await (const { month, type, benefit, moves } of entries)
    for (const { lotId, from, to, amount } of moves) {
      const source = sources.of(saleOfLot(lotId));
      const key = JSON.stringify([month, type, benefit, from, to, sourceKey(source)]);
      const sum = sums.get(key);
      if (sum) sum.amount += amount;
      else sums.set(key, { month, type, benefit, from, to, amount, ...source });
    }
  return [...sums.values()];
}

async function debtsIn(
  mongo: Mongo,
  merchantId: string,
  period: ReportPeriod,
): Promise<ActivitySums['debts']> {
  const sums = await mongo
    .of(entryModel)
    .aggregate<{ _id: { month: string; benefit: LotType; type: Entry['type'] }; debt: number }>(
      [
        { $match: within(merchantId, period, ['DEBT_OPEN', 'DEBT_SETTLE']) },
        { $project: { type: 1, benefit: 1, debt: 1, month: monthIn(period.zone) } },
        { $group: { _id: { month: '$month', benefit: '$benefit', type: '$type' }, debt: { $sum: '$debt' } } },
      ],
      { allowDiskUse: true, maxTimeMS: LONGEST_MS },
    );
  const debts = new Map<string, ActivitySums['debts'][number]>();
  for (const { _id, debt } of sums) {
    const { month, benefit, type } = _id;
    const key = `${month}/${benefit}`;
    const known = debts.get(key) ?? { month, benefit, opened: 0, settled: 0 };
    debts.set(key, type === 'DEBT_OPEN' ? { ...known, opened: debt } : { ...known, settled: 0 - debt });
  }
  return [...debts.values()];
}
