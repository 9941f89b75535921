import { localDate, startOfDate } from '../../loyalty';
import type { NoticeKind, SaleStatus, Zone } from '../../loyalty';
import { customerModel } from '../customer';
import { notBefore } from '../mongo';
import type { Mongo } from '../mongo';
import { messageModel } from '../notice';
import { saleModel } from '../sale';
import { LONGEST_MS } from './sources';

/** What is asked of those who were invited to buy again. */
export interface InvitedAsked {
  /** When they were first to be, each customer once for an occasion. */
  from: Date;
  end: Date;
  /** The occasions of which some customers are left out, so that there is somebody to compare with. */
  kinds: readonly NoticeKind[];
  /** What left a message out before that was asked: whom it met is in neither group. */
  barredBy: readonly string[];
  /** So many milliseconds after that a purchase counts. */
  withinMs: number;
  /** In whose days orders are dated of which no more than the day is known. */
  zone: Zone;
  /** Of sales that came about. */
  statuses: readonly SaleStatus[];
}

/** Those who were to be written to, or those who were left out to compare with, and what they bought within the time. */
export interface InvitedSum {
  kind: NoticeKind;
  heldOut: boolean;
  customers: number;
  /** Of them, those who bought. */
  cameBack: number;
  /** What these bought, all of it. */
  totalCents: number;
}

interface Invited {
  customerId: string;
  kind: NoticeKind;
  at: Date;
  heldOut: boolean;
}

/** As the database groups them. */
type Grouped = Pick<Invited, 'at' | 'heldOut'> & { _id: Pick<Invited, 'customerId' | 'kind'> };

/** So many are looked at together. */
const BATCH = 1_000;

/** Who stands for a record, for good or until a merge is undone. A chain of merges is short; one that goes round ends. */
const LONGEST_CHAIN = 20;

/** Customers who were invited within a time and those who, alike, were not: what both did after it. */
export async function invitedWithin(
  mongo: Mongo,
  merchantId: string,
  asked: InvitedAsked,
): Promise<InvitedSum[]> {
  const sums = new Map<string, InvitedSum>();
  let batch: Invited[] = [];
  const count = async (): Promise<void> => {
    if (batch.length === 0) return;
    const bought = await boughtBy(mongo, merchantId, batch, asked);
    for (const invited of batch) add(sums, invited, bought(invited));
    batch = [];
  };
  for await (const { _id, at, heldOut } of invitedIn(mongo, merchantId, asked)) {
    batch.push({ ..._id, at, heldOut });
    if (batch.length === BATCH) await count();
  }
  await count();
  return [...sums.values()];
}

/** Each customer's first invitation of an occasion, of those who were in one of the groups all the time. Along the index of occasions and instants. */
function invitedIn(
  mongo: Mongo,
  merchantId: string,
  { from, end, kinds, barredBy }: InvitedAsked,
): AsyncIterable<Grouped> {
  return mongo
    .of(messageModel)
    .aggregate<Grouped>(
      [
        { $match: { merchantId, kind: { $in: [...kinds] }, createdAt: { ...notBefore(from), $lt: end } } },
        { $project: { _id: 0, kind: 1, customerId: 1, createdAt: 1, state: 1, reason: 1 } },
        { $match: { $nor: [{ state: 'skipped', reason: { $in: [...barredBy] } }] } },
        {
          $group: {
            _id: { customerId: '$customerId', kind: '$kind' },
            at: { $min: '$createdAt' },
            heldOut: { $max: { $eq: ['$reason', 'holdout'] } },
            invited: { $max: { $ne: ['$reason', 'holdout'] } },
          },
        },
        // Who was invited, and left out once the share was raised, or the other way round, says nothing of either.
        { $match: { $expr: { $ne: ['$heldOut', '$invited'] } } },
      ],
      { allowDiskUse: true, maxTimeMS: LONGEST_MS },
    )
    .cursor<Grouped>({ batchSize: BATCH });
}

/** What each of these bought within the time after their invitation, also as whoever they have turned out to be. */
async function boughtBy(
  mongo: Mongo,
  merchantId: string,
  batch: readonly Invited[],
  { withinMs, statuses, zone }: InvitedAsked,
): Promise<(of: Invited) => { purchases: number; totalCents: number }> {
  const current = await standingFor(mongo, merchantId, [
    ...new Set(batch.map(({ customerId }) => customerId)),
  ]);
  const instants = batch.map(({ at }) => at.getTime());
  const dayOf = (at: number): number => startOfDate(localDate(at, zone), zone);
  const sales = await mongo.find(
    saleModel,
    {
      merchantId,
      customerId: { $in: [...new Set([...current.keys(), ...current.values()])] },
      soldAt: {
        $gte: new Date(dayOf(Math.min(...instants))),
        $lt: new Date(Math.max(...instants) + withinMs),
      },
    },
    { fields: { customerId: 1, soldAt: 1, status: 1, totalCents: 1 } },
  );
  const counted = sales.filter(({ status }) => statuses.includes(status));
  const byCustomer = new Map<string | null, typeof counted>();
  for (const sale of counted)
    byCustomer.set(sale.customerId, [...(byCustomer.get(sale.customerId) ?? []), sale]);
  return ({ customerId, at }) => {
    const ids = new Set([customerId, current.get(customerId) ?? customerId]);
    const [from, day] = [at.getTime(), dayOf(at.getTime())];
    // Of Bling's orders only the day is known: one of the same day counts, in both groups alike.
    const isAfter = (sold: number): boolean => (sold > from || sold === day) && sold < from + withinMs;
    const bought = [...ids]
      .flatMap((id) => byCustomer.get(id) ?? [])
      .filter(({ soldAt }) => soldAt && isAfter(soldAt.getTime()));
    return {
      purchases: bought.length,
      totalCents: bought.reduce((sum, { totalCents }) => sum + totalCents, 0),
    };
  };
}

/** By each id that of the record which remains; an id of nobody stands for itself. */
async function standingFor(
  mongo: Mongo,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const standing = new Map(ids.map((id) => [id, id]));
  let open = [...ids];
  for (let step = 0; open.length > 0 && step < LONGEST_CHAIN; step += 1) {
    const docs = await mongo.find(
      customerModel,
      { _id: { $in: open }, merchantId },
      { fields: { mergedInto: 1 } },
    );
    const into = new Map(docs.flatMap(({ _id, mergedInto }) => (mergedInto ? [[_id, mergedInto]] : [])));
    for (const [id, current] of standing) standing.set(id, into.get(current) ?? current);
    open = [...new Set(into.values())];
  }
  return standing;
}

function add(
  sums: Map<string, InvitedSum>,
  { kind, heldOut }: Invited,
  { purchases, totalCents }: { purchases: number; totalCents: number },
): void {
  const key = JSON.stringify([kind, heldOut]);
  const sum = sums.get(key) ?? { kind, heldOut, customers: 0, cameBack: 0, totalCents: 0 };
  sums.set(key, {
    ...sum,
    customers: sum.customers + 1,
    cameBack: sum.cameBack + (purchases > 0 ? 1 : 0),
    totalCents: sum.totalCents + totalCents,
  });
}
