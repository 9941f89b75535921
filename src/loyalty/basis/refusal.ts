/** Stable codes by which the rules refuse; the API's refusal codes (design of the HTTP contract). */
export type RefusalCode =
  | 'invalid_request'
  | 'below_min_sale'
  | 'above_max_share'
  | 'insufficient_balance'
  | 'reservation_expired'
  | 'rollback_window_closed'
  | 'already_rolled_back'
  | 'customer_not_found'
  | 'sale_not_found'
  | 'claim_window_closed'
  | 'voucher_reserved'
  | 'voucher_already_redeemed'
  | 'voucher_cancelled'
  | 'voucher_not_active_yet'
  | 'voucher_expired'
  | 'wrong_store'
  | 'merge_entangled';

/** A rule said no. Nothing was changed. `facts` carries the numbers the caller needs, never personal data. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly facts: Readonly<Record<string, number | string | readonly string[]>> = {},
  ) {
    super(`Refused: ${code}`);
  }
}
