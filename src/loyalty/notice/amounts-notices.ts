import type { Instant } from '../basis';
import type { Program } from '../program';
import type { Sale, SaleHoldings } from '../sale';
import { excess, isNothing } from './amounts';
import type { NoticeAmounts } from './amounts';
import type { DueNotice } from './due-notice';
import { amountsHeld, knownAmounts, ownerNumber } from './known-amounts';
import { amountsKey, amountsKeyStart, readAmountsKey } from './notice-key';
import type { AmountsKind } from './notice-key';

/**
 * A notice of something taken back waits until the sale has been quiet this long: items handed in one by one are one notice,
 * and a cancellation that is undone at once is none.
 */
const QUIET_MS = 60_000;

/**
 * Compares what the owner has of the sale with what they know to have. Where they have less, or something came back after
 * use, a notice `returned` is due; where they have more, a notice `earned`, the first time and again after something was
 * taken back. At most one of the two is due.
 */
export function amountsNotices(
  sale: Sale,
  holdings: SaleHoldings,
  program: Program,
  now: Instant,
): DueNotice[] {
  const own = holdings.grants.filter(({ customerId }) => customerId === sale.owner.customerId);
  const held: NoticeAmounts = { ...amountsHeld(own), refundedCents: sale.benefit.refundedCents };
  const { known, last } = knownAmounts(sale, own, program);
  const back = { ...excess(known, held), refundedCents: excess(held, known).refundedCents };
  if (!isNothing(back))
    return wantsReturned(program) ? [amountsNotice(sale, 'returned', back, quietFrom(sale, now))] : [];
  const more = last !== 'earned' && !isNothing(excess(held, known));
  return program.messages.earned && more && isUsable(sale, holdings)
    ? [amountsNotice(sale, 'earned', held, now)]
    : [];
}

/** A program that says nothing of `returned` wants it wherever it wants `earned`. */
function wantsReturned({ messages }: Program): boolean {
  return (messages.returned ?? messages.earned) !== undefined;
}

/**
 * A notice that one channel has had and another has not is finished with the amounts it began with. One that has only waited speaks of
 * what there is now.
 */
function amountsNotice(sale: Sale, kind: AmountsKind, amounts: NoticeAmounts, at: Instant): DueNotice {
  const { given, postponed } = sale.notices;
  const count = given.filter((key) => readAmountsKey(key)).length;
  const owner = ownerNumber(sale);
  const begun = postponed.find(
    ({ key, untold }) => untold !== true && key.startsWith(amountsKeyStart(kind, count, owner)),
  );
  return { key: begun?.key ?? amountsKey(kind, count, owner, amounts), at };
}

function quietFrom({ timeline }: Sale, now: Instant): Instant {
  const last = timeline.at(-1);
  return last ? last.at + QUIET_MS : now;
}

/** Nobody is told that they earned what can no longer be used. */
function isUsable({ source }: Sale, { lots }: SaleHoldings): boolean {
  return source.status === 'completed' && lots.some(({ buckets }) => buckets.pending + buckets.active > 0);
}
