import type { Instant } from '../basis';
import type { Bucket, LotType } from './lot';

/** The names of the moves a ledger knows. */
export const ENTRY_TYPES = [
  'EARN_PENDING',
  'ACTIVATE',
  'CANCEL_PENDING',
  'RESERVE',
  'RELEASE',
  'SPEND',
  'ROLLBACK',
  'REMIND',
  'EXTEND',
  'EXPIRE',
  'CLAWBACK',
  'DEBT_OPEN',
  'DEBT_SETTLE',
  'ADJUST_CREDIT',
  'ADJUST_DEBIT',
  'REINSTATE',
  'MERGE_OUT',
  'MERGE_IN',
] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** An amount of one lot that goes from one bucket to another; a grant comes from `issued`. */
export interface Move {
  lotId: string;
  from: Bucket | 'issued';
  to: Bucket;
  amount: number;
}

/**
 * The one kind of move an entry type stands for; null: it moves no lot. A type that is absent stands for several.
 */
export const MOVE_BY_TYPE: Partial<Record<EntryType, Pick<Move, 'from' | 'to'> | null>> = {
  EARN_PENDING: { from: 'issued', to: 'pending' },
  ACTIVATE: { from: 'pending', to: 'active' },
  CANCEL_PENDING: { from: 'pending', to: 'reversed' },
  RESERVE: { from: 'active', to: 'reserved' },
  RELEASE: { from: 'reserved', to: 'active' },
  SPEND: { from: 'reserved', to: 'spent' },
  ROLLBACK: { from: 'spent', to: 'active' },
  REMIND: { from: 'active', to: 'active' },
  EXTEND: { from: 'active', to: 'active' },
  EXPIRE: { from: 'active', to: 'expired' },
  CLAWBACK: { from: 'active', to: 'reversed' },
  DEBT_OPEN: null,
  DEBT_SETTLE: { from: 'active', to: 'reversed' },
  ADJUST_CREDIT: { from: 'issued', to: 'active' },
  ADJUST_DEBIT: { from: 'active', to: 'reversed' },
};

/** Why value moved. Ids only: nothing here names a person. */
export interface Cause {
  kind: 'sale' | 'clock' | 'redemption' | 'person' | 'merge';
  saleId?: string;
  redemptionId?: string;
  /** The merge, or the undoing of it, that carried lots from one customer to another. */
  mergeId?: string;
  /** Whom a call named, or the person who made it. */
  operator?: string;
  /** The key that a call was made with; absent in what is older, and of persons. */
  keyId?: string;
  storeId?: string;
  reason?: string;
  /** Digest of the request by which a person moved it; absent in what is older. */
  request?: string;
}

/** Who moves value by a call, and where. */
export type MovedBy = Pick<Cause, 'operator' | 'storeId' | 'keyId'>;

/** A cause of what was said: null and absent are the same. */
export function causeOf(said: { [Of in keyof Cause]: Cause[Of] | null }): Cause {
  const known = Object.entries(said).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(known) as unknown as Cause;
}

/**
 * One append-only movement (R41). `key` is unique per merchant, so that writing it twice is impossible;
 * `debt` is the change of what the customer owes (R29).
 */
export interface Entry {
  type: EntryType;
  key: string;
  customerId: string;
  benefit: LotType;
  at: Instant;
  cause: Cause;
  programVersion: number | null;
  ruleId: string | null;
  moves: Move[];
  debt: number;
}
