/** Stable codes by which the rules refuse; each is a code of the HTTP contract too. */
const REFUSAL_CODES = [
  'invalid_request',
  'idempotency_key_reused',
  'request_expired',
  'below_min_sale',
  'above_max_share',
  'insufficient_balance',
  'redemption_not_found',
  'reservation_expired',
  'rollback_window_closed',
  'already_rolled_back',
  'customer_not_found',
  'sale_not_found',
  'claim_window_closed',
  'voucher_not_found',
  'voucher_reserved',
  'voucher_already_redeemed',
  'voucher_cancelled',
  'voucher_not_active_yet',
  'voucher_expired',
  'wrong_store',
  'merge_entangled',
  'merge_already_undone',
  'customers_not_mergeable',
  'customers_in_conflict',
  'review_resolved',
] as const;

/** One of the stable codes. */
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The numbers and states a caller needs to understand a refusal, never personal data. */
export type RefusalFacts = Readonly<Record<string, number | string | readonly string[]>>;

/** A rule said no, and nothing was changed. The one way to refuse, on every floor. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly facts: RefusalFacts = {},
    options?: { cause?: unknown },
  ) {
    super(`Refused: ${code}`, options);
  }
}

/** Whether a text is one of our codes: a failure that comes back from a run may be anything. */
export function isRefusalCode(code: string): code is RefusalCode {
  return (REFUSAL_CODES as readonly string[]).includes(code);
}
