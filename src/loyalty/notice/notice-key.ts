import type { Instant } from '../basis';
import type { FollowUpKind } from '../follow-up';
import type { NoticeAmounts } from './amounts';

/** What a notice about one sale is about. */
export type SaleNoticeKind = 'earned' | 'expiring' | 'expired' | 'repurchase' | 'returned';

/** What a notice is about; every key begins with it. */
export type NoticeKind = SaleNoticeKind | FollowUpKind;

/** The kinds that carry amounts: `earned` says what the customer has of the sale, `returned` what was taken and what came back. */
export type AmountsKind = Extract<SaleNoticeKind, 'earned' | 'returned'>;

/** The one notice of a sale that asks its customer to buy again. */
export const REPURCHASE_KEY = 'repurchase';

const AMOUNTS_KEY = /^(earned|returned)\/(\d+)\/(\d+)\/(\d+)-(\d+)-(\d+)-(\d+)$/;

/**
 * The key of a notice about amounts: `earned/1/0/500-120-1-0` is the first one of all, to the first owner, of R$ 5,00,
 * 120 points and a voucher. Keys are stored with sales and messages: their form never changes.
 * @param given how many notices of these kinds were given before, so that the same amounts can be said again
 * @param owner distinguishes one owner of the sale from the next
 */
export function amountsKey(kind: AmountsKind, given: number, owner: number, amounts: NoticeAmounts): string {
  const { cents, points, vouchers, refundedCents } = amounts;
  return `${amountsKeyStart(kind, given, owner)}${cents}-${points}-${vouchers}-${refundedCents}`;
}

/** What such a key begins with, whatever its amounts. */
export function amountsKeyStart(kind: AmountsKind, given: number, owner: number): string {
  return `${kind}/${given + 1}/${owner}/`;
}

/** What a key says of amounts; null for a notice of another kind. */
export function readAmountsKey(
  key: string,
): { kind: AmountsKind; owner: number; amounts: NoticeAmounts } | null {
  const found = AMOUNTS_KEY.exec(key);
  if (!found) return null;
  const [cents = 0, points = 0, vouchers = 0, refundedCents = 0] = found.slice(4).map(Number);
  return {
    kind: found[1] as AmountsKind,
    owner: Number(found[3]),
    amounts: { cents, points, vouchers, refundedCents },
  };
}

/**
 * The key of the reminder `before` (`P7D`) an end. The end itself is part of it, so that a new end brings a new reminder.
 */
export function reminderKey(before: string, expiresAt: Instant): string {
  return `expiring/${before}/${new Date(expiresAt).toISOString()}`;
}

/** The key of the notice that something has expired unused, once for each end. */
export function expiredKey(expiresAt: Instant): string {
  return `expired/${new Date(expiresAt).toISOString()}`;
}

/** The end that the key of an `expiring` or `expired` notice names. */
export function endInKey(key: string): Instant {
  return Date.parse(key.slice(key.lastIndexOf('/') + 1));
}

/** What a key says the notice is about. */
export function noticeKind(key: string): NoticeKind {
  return key.split('/')[0] as NoticeKind;
}

/** The same of a notice about a sale. */
export function saleNoticeKind(key: string): SaleNoticeKind {
  return noticeKind(key) as SaleNoticeKind;
}
