/** Stable codes by which the rules refuse; the API's refusal codes (design of the HTTP contract). */
export type RefusalCode =
  | 'invalid_request'
  | 'below_min_sale'
  | 'above_max_share'
  | 'insufficient_balance'
  | 'reservation_expired'
  | 'rollback_window_closed'
  | 'already_rolled_back';

/** A rule said no. Nothing was changed. `facts` carries the numbers the caller needs, never personal data. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly facts: Readonly<Record<string, number | string>> = {},
  ) {
    super(`Refused: ${code}`);
  }
}
