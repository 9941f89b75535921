import type { Bucket, Entry, LotType } from '../../loyalty';
import { entryModel } from '../ledger';
import type { EntryDoc } from '../ledger';
import { after, notBefore } from '../mongo';
import type { Mongo, Place } from '../mongo';
import { areOfSource, sifted } from './of-source';
import type { SourceAsked } from './of-source';
import { LONGEST_MS, saleOfLot } from './sources';

/** What a report counts together: each move belongs to one of these at most. */
export type Flow = 'granted' | 'credited' | 'used' | 'expired' | 'extended' | 'takenBack' | 'debited';

/** Which movements, newest first. */
export interface MovesAsked {
  flow: Flow;
  benefit: LotType;
  /** By the instants of their entries; the end is exclusive. */
  from: Date;
  end: Date;
  limit: number;
  /** By where the sale was made that earned what they moved; absent: wherever. */
  source?: SourceAsked | undefined;
}

/** An entry, and what of it a report counts in one flow. */
export interface CountedEntry extends Pick<EntryDoc, 'key' | 'type' | 'customerId' | 'cause' | 'saleIds'> {
  at: Date;
  amount: number;
}

/**
 * How much a move adds to a flow: 1 all of it, -1 takes it away. A grant by hand is a credit and not granted, a debit by hand is
 * not taken back.
 */
export function weightIn(
  flow: Flow,
  type: Entry['type'],
  { from, to }: { from: Bucket | 'issued'; to: Bucket },
): number {
  const into = (bucket: Bucket): number => Number(to === bucket) - Number(from === bucket);
  const byHand = { credit: type === 'ADJUST_CREDIT', debit: type === 'ADJUST_DEBIT' && to === 'reversed' };
  switch (flow) {
    case 'granted':
      return Number(from === 'issued' && !byHand.credit);
    case 'credited':
      return Number(from === 'issued' && byHand.credit);
    case 'used':
      return into('spent');
    case 'expired':
      return into('expired');
    case 'extended':
      return Number(type === 'EXTEND');
    case 'takenBack':
      return byHand.debit ? 0 : into('reversed');
    case 'debited':
      return Number(byHand.debit);
  }
}

/** The entries among whose moves there may be some of a flow. */
const TYPES: Readonly<Record<Flow, readonly Entry['type'][]>> = {
  granted: ['EARN_PENDING'],
  credited: ['ADJUST_CREDIT'],
  used: ['SPEND', 'ROLLBACK'],
  expired: ['EXPIRE', 'REINSTATE'],
  extended: ['EXTEND'],
  takenBack: ['CANCEL_PENDING', 'CLAWBACK', 'DEBT_SETTLE', 'REINSTATE'],
  debited: ['ADJUST_DEBIT'],
};

/** The entries behind a figure of a report: their amounts come to it; of a source as much of them as is of its sales. */
export async function movesBehind(
  mongo: Mongo,
  merchantId: string,
  { source, ...asked }: MovesAsked & Place,
): Promise<CountedEntry[]> {
  const { flow, ...period } = asked;
  if (source === undefined)
    return (await entriesInOrder(mongo, merchantId, asked)).map((entry) => counted(flow, entry, () => true));
  return sifted<EntryDoc, CountedEntry>(asked, {
    read: (from) => entriesInOrder(mongo, merchantId, { flow, ...period, ...from }),
    async keep(entries) {
      const ids = entries.flatMap(({ moves }) => moves.map(({ lotId }) => saleOfLot(lotId)));
      const isAsked = await areOfSource(mongo, merchantId, ids, source);
      return entries
        .map((entry) => counted(flow, entry, ({ lotId }) => isAsked(saleOfLot(lotId))))
        .filter(({ amount }) => amount !== 0);
    },
    placeOf: ({ at, key }) => ({ before: at, beforeId: key }),
  });
}

/** What of an entry counts in a flow, of the moves that do. */
function counted(
  flow: Flow,
  { key, type, customerId, cause, saleIds, at, moves }: EntryDoc,
  counts: (move: EntryDoc['moves'][number]) => boolean,
): CountedEntry {
  const amount = moves
    .filter(counts)
    .reduce((sum, move) => sum + weightIn(flow, type, move) * move.amount, 0);
  return { key, type, customerId, cause, saleIds, at, amount };
}

/** Each type by itself, along its index. */
async function entriesInOrder(
  mongo: Mongo,
  merchantId: string,
  { flow, benefit, from, end, limit, ...place }: Omit<MovesAsked, 'source'> & Place,
): Promise<EntryDoc[]> {
  const ofType = (type: Entry['type']): Promise<EntryDoc[]> =>
    mongo
      .of(entryModel)
      .find({
        ...{ merchantId, type, benefit },
        $and: [{ at: { ...notBefore(from), $lt: end } }, after('at', idIn(merchantId, place))],
      })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .maxTimeMS(LONGEST_MS)
      .lean<EntryDoc[]>();
  const found = await Promise.all(TYPES[flow].map(ofType));
  return found
    .flat()
    .sort((one, other) => Number(other.at) - Number(one.at) || (one._id < other._id ? 1 : -1))
    .slice(0, limit);
}

/** A place names an entry by its key. */
function idIn(merchantId: string, { before, beforeId }: Place): Place {
  return { before, ...(beforeId === undefined ? {} : { beforeId: `${merchantId}/${beforeId}` }) };
}
