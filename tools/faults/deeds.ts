/** A sale that was made. */
export interface Sold {
  readonly saleId: string;
  readonly merchantId: string;
  /** Who bought: one customer a shop and number. */
  readonly buyer: number;
  readonly totalCents: number;
}

/** What must have become of a use of value. */
export type UseEnd = 'confirmed' | 'released' | 'rolled_back';

/** A use of value that was asked for. */
export interface Used {
  readonly redemptionId: string;
  readonly merchantId: string;
  readonly customerId: string;
  readonly benefit: 'cashback' | 'voucher';
  /** Cents of cashback, or one use of a voucher. */
  readonly amount: number;
  /** As acknowledged. `confirmed or nothing`: the caller gave up without knowing. `nothing`: told that it was not done. */
  readonly end: UseEnd | 'confirmed or nothing' | 'nothing';
}

/** All that was done, as those who did it know it. */
export class Deeds {
  readonly sold = new Map<string, Sold>();
  readonly used = new Map<string, Used>();
  /** Calls that were refused although nothing was wrong with them, in a sentence each. */
  readonly refused: string[] = [];
}
