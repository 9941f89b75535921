import { followUpAt, heldOf, isBalance, parseDuration, remindersDue } from '../../loyalty';
import type { Grant, Instant, Lot, Program, Sale, Tell } from '../../loyalty';
import type { SaleValue } from '../sale';
import { accountKey, afterTelling, excess, isNothing, keyStart, NOTHING, readKey } from './told-amounts';
import type { AccountKind, ToldAmounts } from './told-amounts';

/**
 * What is taken back is told when the sale has been quiet this long: items handed in one by one are one message, and a
 * cancellation that is undone at once is none.
 */
const QUIET_MS = 60_000;

/** Everything there is to tell this customer about this sale that has not been dealt with. */
export function tellsOf(sale: Sale, value: SaleValue, program: Program, now: Instant): Tell[] {
  if (sale.notices.silent || sale.owner.customerId === null) return [];
  return [...accountTells(sale, value, program, now), ...benefitTells(sale, value, program, now)]
    .filter(({ key }) => !sale.notices.given.includes(key))
    .map(({ key, at }) => ({ key, at: Math.max(at, postponedTo(sale, key)) }));
}

/**
 * What the customer has of the sale against what they were told to have: less is told as taken back, and so is what came
 * back after use; more is told as earned, the first time and after something was taken back.
 */
function accountTells(sale: Sale, value: SaleValue, program: Program, now: Instant): Tell[] {
  const { earned, returned = earned } = program.messages;
  const own = value.grants.filter(({ customerId }) => customerId === sale.owner.customerId);
  const held = amountsOf(own, heldOf, ({ taken }) => taken === 0, sale.benefit.refundedCents);
  const { known, last } = knowledgeOf(sale, own, program);
  const back = {
    ...excess(known, held),
    refundedCents: excess(held, known).refundedCents,
  };
  if (!isNothing(back)) return returned ? [accountTell(sale, 'returned', back, restedAt(sale, now))] : [];
  if (!earned || last === 'earned' || !isAlive(sale, value) || isNothing(excess(held, known))) return [];
  return [accountTell(sale, 'earned', held, now)];
}

/**
 * What the present owner was told, message by message. Where the program has no message about earning, whoever earned
 * counts as knowing it.
 */
function knowledgeOf(
  sale: Sale,
  own: readonly Grant[],
  program: Program,
): { known: ToldAmounts; last: AccountKind | null } {
  const start = program.messages.earned
    ? NOTHING
    : amountsOf(
        own,
        ({ granted }) => granted,
        () => true,
        0,
      );
  return sale.notices.given.reduce<{ known: ToldAmounts; last: AccountKind | null }>(
    (before, key) => {
      const told = readKey(key);
      if (!told || told.owner !== ownerOf(sale)) return before;
      return { known: afterTelling(before.known, told.kind, told.amounts), last: told.kind };
    },
    { known: start, last: null },
  );
}

/** A message that one channel has had and another has not is finished as it began. */
function accountTell(sale: Sale, kind: AccountKind, amounts: ToldAmounts, at: Instant): Tell {
  const count = sale.notices.given.filter((key) => readKey(key)).length;
  const begun = sale.notices.postponed.find(({ key }) =>
    key.startsWith(keyStart(kind, count, ownerOf(sale))),
  );
  return { key: begun?.key ?? accountKey(kind, count, ownerOf(sale), amounts), at };
}

/** Tells one owner of the sale from the next; customers who are merged stay the same owner. */
function ownerOf(sale: Sale): number {
  return sale.owner.claimedAt ?? 0;
}

function amountsOf(
  grants: readonly Grant[],
  amountOf: (grant: Grant) => number,
  countsVoucher: (grant: Grant) => boolean,
  refundedCents: number,
): ToldAmounts {
  const sum = (type: Grant['type']): number =>
    grants.filter((grant) => grant.type === type).reduce((total, grant) => total + amountOf(grant), 0);
  return {
    cents: sum('cashback'),
    points: sum('points'),
    vouchers: grants.filter((grant) => !isBalance(grant.type) && countsVoucher(grant)).length,
    refundedCents,
  };
}

function restedAt({ timeline }: Sale, now: Instant): Instant {
  const last = timeline.at(-1);
  return last ? last.at + QUIET_MS : now;
}

function isAlive({ source }: Sale, { lots }: SaleValue): boolean {
  return source.status === 'completed' && lots.some(({ buckets }) => buckets.pending + buckets.active > 0);
}

function benefitTells(sale: Sale, { lots }: SaleValue, program: Program, now: Instant): Tell[] {
  if (sale.source.status !== 'completed' || earnedNothing(sale)) return [];
  const { expiring, expired, repurchase } = program.messages;
  const reminders = (expiring?.before ?? []).map((before) => ({ before, duration: parseDuration(before) }));
  return [
    ...remindersDue(lots, reminders, sale.notices.given, now),
    ...(expired ? expiredTells(lots, now) : []),
    ...(repurchase && sale.source.completedAt
      ? [{ key: 'repurchase', at: followUpAt(sale.source.completedAt, repurchase.after, sale.content.zone) }]
      : []),
  ];
}

function earnedNothing({ benefit }: Sale): boolean {
  const { earnedCents, earnedPoints, earnedVouchers } = benefit;
  return earnedCents === 0 && earnedPoints === 0 && earnedVouchers === 0;
}

function postponedTo(sale: Sale, key: string): Instant {
  return sale.notices.postponed.find((postponed) => postponed.key === key)?.at ?? 0;
}

/** Of a lot that has a new end because something came back to it, that end has yet to come. */
function expiredTells(lots: readonly Lot[], now: Instant): Tell[] {
  return lots
    .filter((lot) => lot.buckets.expired > 0 && lot.expiresAt !== null && lot.expiresAt <= now)
    .map((lot) => ({ key: `expired/${new Date(lot.expiresAt!).toISOString()}`, at: lot.expiresAt! }));
}
