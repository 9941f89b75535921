import type { Instant } from '../basis';
import { followUpAt, parseDuration } from '../calendar';
import type { Lot } from '../ledger';
import type { Program } from '../program';
import type { Sale, SaleHoldings } from '../sale';
import type { DueNotice } from './due-notice';
import { expiredKey, REPURCHASE_KEY } from './notice-key';
import { remindersDue } from './reminders';
import { noticeSpread } from './spread';

/** What time brings to a sale that earned something: reminders of each end, what has expired, and an invitation to buy again. */
export function benefitNotices(
  sale: Sale,
  { lots }: SaleHoldings,
  program: Program,
  now: Instant,
): DueNotice[] {
  if (sale.source.status !== 'completed' || hasEarnedNothing(sale)) return [];
  const { expiring, expired } = program.messages;
  const reminders = (expiring?.before ?? []).map((before) => ({ before, duration: parseDuration(before) }));
  return [
    ...remindersDue(lots, reminders, sale.notices.given, now),
    ...(expired ? expiredNotices(lots, now) : []),
    ...repurchaseNotice(sale, program),
  ];
}

function hasEarnedNothing({ benefit }: Sale): boolean {
  return benefit.earnedCents === 0 && benefit.earnedPoints === 0 && benefit.earnedVouchers === 0;
}

/** A lot to which something came back may have a new end: then that end has yet to come, whatever expired before (R34). */
function expiredNotices(lots: readonly Lot[], now: Instant): DueNotice[] {
  return lots.flatMap(({ buckets, expiresAt }) =>
    buckets.expired > 0 && expiresAt !== null && expiresAt <= now
      ? [{ key: expiredKey(expiresAt), at: expiresAt }]
      : [],
  );
}

function repurchaseNotice({ source, content }: Sale, { messages }: Program): DueNotice[] {
  if (!messages.repurchase || source.completedAt === null) return [];
  const after = parseDuration(messages.repurchase.after);
  const at = followUpAt(source.completedAt, after, content.zone);
  return [{ key: REPURCHASE_KEY, at, ...noticeSpread(after, at, null) }];
}
