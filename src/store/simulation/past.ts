import { customerModel } from '../customer';
import { entryModel, inOrderOf, redemptionModel, toRedemption } from '../ledger';
import { LEFT_OF_SALE, leftOfSale, saleModel } from '../sale';
import { isLive } from '../../loyalty';
import type { PastAdjustment, PastChange, PastSale, PastUse, Redemption, Standing } from '../../loyalty';
import type { EntryDoc } from '../ledger';
import type { SaleDoc } from '../sale';
import type { Mongo } from '../mongo';

/** The end is exclusive. */
export interface Period {
  from: Date;
  end: Date;
}

/**
 * Some of a merchant's sales, and who had bought before the period, or by what is held as history. `read`: how many sales were looked at
 * for it.
 */
export interface PastPage {
  sales: PastSale[];
  earlierBuyers: string[];
  read: number;
}

/** What has happened to a merchant, for playing it again. Ids and amounts only: nothing in it names a person. */
export interface Past {
  /** The sales that counted as completed first within the period, in no particular order, a page at a time. */
  sales(merchantId: string, period: Period): AsyncGenerator<PastPage, void, void>;
  /** Uses of balance and vouchers that began in the period and were confirmed, oldest first. */
  uses(merchantId: string, period: Period): Promise<PastUse[]>;
  /** Credits and debits by hand. */
  adjustments(merchantId: string, period: Period): Promise<PastAdjustment[]>;
  /** The groups customers are in now; whoever is in none is left out. */
  segments(merchantId: string): Promise<Map<string, string[]>>;
}

const PAGE = 500;

/** The past in one database, read without loading more than a page at a time. */
export function createPast(mongo: Mongo): Past {
  return {
    async *sales(merchantId, { from, end }) {
      const cursor = mongo
        .of(saleModel)
        .find({
          merchantId,
          createdAt: { $lt: end },
          completedAt: { $ne: null },
          duplicateOf: null,
          heldFor: null,
        })
        .sort({ createdAt: -1, _id: -1 })
        .select(NEEDED)
        .lean()
        .cursor({ batchSize: PAGE });
      let page = emptyPage();
      for await (const doc of cursor) {
        addSale(page, doc as PastDoc, from, end);
        if (page.read < PAGE) continue;
        yield page;
        page = emptyPage();
      }
      yield page;
    },

    async uses(merchantId, { from, end }) {
      const filter = { merchantId, reservedAt: { $gte: from, $lt: end }, confirmedAt: { $ne: null } };
      const uses: Omit<Redemption, 'terms' | 'operator'>[] = [];
      for await (const doc of mongo.of(redemptionModel).find(filter).lean().cursor({ batchSize: PAGE })) {
        const { terms: _terms, operator: _operator, ...use } = toRedemption(doc);
        uses.push(use);
      }
      const undone = uses.filter(({ state }) => state === 'rolled_back');
      const undoings = await inOrderOf('undone', mongo, merchantId, undone);
      const placeOf = new Map(undoings.map(({ id }, place) => [id, place]));
      const ordered = await inOrderOf('reserved', mongo, merchantId, uses);
      return ordered.map((use) => ({ ...use, undoneAs: placeOf.get(use.id) ?? null }));
    },

    async adjustments(merchantId, { from, end }) {
      const type = { $in: ['ADJUST_CREDIT' as const, 'ADJUST_DEBIT' as const] };
      const filter = { merchantId, type, at: { $gte: from, $lt: end } };
      return (await mongo.of(entryModel).find(filter).lean()).flatMap(pastAdjustments);
    },

    async segments(merchantId) {
      const members = await mongo
        .of(customerModel)
        .find({ merchantId, segments: { $exists: true, $ne: [] } })
        .select({ segments: 1 })
        .lean();
      return new Map(members.map(({ _id, segments }) => [_id, segments]));
    },
  };
}

/** The fields of a sale that are read: none that leads to a person outside of here. */
const NEEDED = {
  ...LEFT_OF_SALE,
  channel: 1,
  refs: 1,
  storeId: 1,
  zone: 1,
  soldAt: 1,
  discountCents: 1,
  'items.sku': 1,
  'items.totalCents': 1,
  customerId: 1,
  completedAt: 1,
  claimedAt: 1,
  returns: 1,
  timeline: 1,
  readAt: 1,
  createdAt: 1,
  lateness: 1,
} as const;

type PastDoc = Pick<SaleDoc, '_id' | Exclude<keyof typeof NEEDED, `items.${string}`> | 'items'> & {
  completedAt: Date;
};

function emptyPage(): PastPage {
  return { sales: [], earlierBuyers: [], read: 0 };
}

function addSale(page: PastPage, doc: PastDoc, from: Date, end: Date): void {
  page.read += 1;
  const { soldAt, completedAt, customerId, lateness } = doc;
  // What a spreadsheet brings today was sold long ago, and so was what is held as history: that earns by no program.
  const isHistory = lateness === 'held';
  const countsFrom = doc.channel === 'import' || isHistory ? (soldAt ?? completedAt) : completedAt;
  if (countsFrom >= end) return;
  if (countsFrom >= from && !isHistory) page.sales.push(pastSale(doc, countsFrom));
  else if (customerId !== null && isLive(leftOfSale(doc))) page.earlierBuyers.push(customerId);
}

function pastSale(doc: PastDoc, completedAt: Date): PastSale {
  const { channel, storeId, totalCents, freightCents, otherExpensesCents, discountCents, items } = doc;
  const soldAt = (doc.soldAt ?? doc.createdAt).getTime();
  return {
    id: doc._id,
    content: {
      ...{ channel, storeId, soldAt, totalCents, freightCents, otherExpensesCents, discountCents },
      items: items.map(({ sku, totalCents: cents }) => ({ sku, totalCents: cents })),
    },
    zone: doc.zone,
    refs: doc.refs,
    customerId: doc.customerId,
    completedAt: completedAt.getTime(),
    claimedAt: doc.claimedAt?.getTime() ?? null,
    changes: laterChanges(doc),
  };
}

const BECAME: Partial<Record<string, Standing>> = {
  completed: 'completed',
  cancelled: 'cancelled',
  missing: 'cancelled',
  open: 'open',
};

/** What became of the sale after it was completed first, by its timeline, and then as it stands now. */
function laterChanges(doc: PastDoc): PastChange[] {
  const { timeline, returns } = doc;
  const changes: PastChange[] = returns.map(({ at, amountCents }) => ({
    at: at.getTime(),
    returnedCents: amountCents,
  }));
  const first = timeline.findIndex(({ event }) => event === 'completed');
  let standing: Standing = 'completed';
  for (const { at, event } of timeline.slice(first + 1)) {
    const to = BECAME[event];
    if (to === undefined || to === standing) continue;
    changes.push({ at: at.getTime(), to });
    standing = to;
  }
  const now = leftOfSale(doc).standing;
  if (now !== standing) changes.push({ at: knownSince(doc), to: now });
  return changes.sort((a, b) => a.at - b.at);
}

/** Since when at the latest the sale has stood as it does, where its timeline does not say: it, or another source, was read. */
function knownSince({ readAt, completedAt, evidence = [] }: PastDoc): number {
  const cancelled = evidence.filter((telling) => telling.cancelled).map(({ at }) => at.getTime());
  return Math.max((readAt ?? completedAt).getTime(), ...cancelled);
}

function pastAdjustments({ customerId, seq, benefit, type, moves, at }: EntryDoc): PastAdjustment[] {
  if (benefit === 'voucher') return [];
  const moved = moves.reduce((sum, { amount }) => sum + amount, 0);
  const amount = type === 'ADJUST_DEBIT' ? -moved : moved;
  return [{ customerId, type: benefit, amount, at: at.getTime(), seq }];
}
