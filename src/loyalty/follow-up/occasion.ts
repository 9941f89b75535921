import type { Instant } from '../basis';

/** What a customer is written to about that no single sale is the reason of. */
export type FollowUpKind = 'welcome' | 'balance' | 'winBack' | 'birthday';

/** All of them. */
export const FOLLOW_UP_KINDS: readonly FollowUpKind[] = ['welcome', 'balance', 'winBack', 'birthday'];

/** Which of them a program wants, and when; one that is absent is off. */
export interface FollowUpOccasions {
  welcome?: { after: string } | undefined;
  balance?: { day: number } | undefined;
  winBack?: { after: readonly string[] } | undefined;
  birthday?: object | undefined;
}

/** Whether a program wants any of them. */
export function wantsFollowUps(occasions: FollowUpOccasions): boolean {
  return FOLLOW_UP_KINDS.some((kind) => occasions[kind] !== undefined);
}

/*
 * An occasion is told once: `welcome`, `balance/2026-12`, `winBack/P60D/<last purchase>`, `birthday/2026`. The key of its notice names the
 * customer too: `balance/2026-12/cus_1`. Both are stored with messages: their form never changes.
 */

export const WELCOME = 'welcome';

/** @param month `YYYY-MM` */
export function balanceOccasion(month: string): string {
  return `balance/${month}`;
}

/** A purchase begins the steps anew. */
export function winBackOccasion(after: string, lastPurchase: Instant): string {
  return `winBack/${after}/${new Date(lastPurchase).toISOString()}`;
}

export function birthdayOccasion(year: string): string {
  return `birthday/${year}`;
}

/** The key of an occasion's notice to a customer. */
export function followUpKey(occasion: string, customerId: string): string {
  return `${occasion}/${customerId}`;
}

/** The occasion of a notice's key. */
export function occasionInKey(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}
