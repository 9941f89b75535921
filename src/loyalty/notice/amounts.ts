/** Amounts a notice speaks of: cents of cashback, points, number of vouchers, and cents that came back after use. */
export interface NoticeAmounts {
  cents: number;
  points: number;
  vouchers: number;
  refundedCents: number;
}

export const NO_AMOUNTS: NoticeAmounts = { cents: 0, points: 0, vouchers: 0, refundedCents: 0 };

/** How much more there is in `more` than in `less`, part by part, never below nothing. */
export function excess(more: NoticeAmounts, less: NoticeAmounts): NoticeAmounts {
  const over = (part: keyof NoticeAmounts): number => Math.max(0, more[part] - less[part]);
  return {
    cents: over('cents'),
    points: over('points'),
    vouchers: over('vouchers'),
    refundedCents: over('refundedCents'),
  };
}

/** Whether there is nothing to speak of. */
export function isNothing({ cents, points, vouchers, refundedCents }: NoticeAmounts): boolean {
  return cents === 0 && points === 0 && vouchers === 0 && refundedCents === 0;
}
