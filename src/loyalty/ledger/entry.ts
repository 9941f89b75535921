import type { Instant } from '../instant';
import type { BenefitType, Bucket } from './lot';

/** The names of the moves a ledger knows. */
export const ENTRY_TYPES = [
  'EARN_PENDING',
  'ACTIVATE',
  'CANCEL_PENDING',
  'RESERVE',
  'RELEASE',
  'SPEND',
  'ROLLBACK',
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

/** Why value moved. Ids only: nothing here names a person. */
export interface Cause {
  kind: 'sale' | 'clock' | 'redemption' | 'person';
  saleId?: string;
  redemptionId?: string;
  operator?: string;
  storeId?: string;
  reason?: string;
}

/**
 * One append-only movement (R41). `key` is unique per merchant, so that writing it twice is impossible;
 * `debt` is the change of what the customer owes (R29).
 */
export interface Entry {
  type: EntryType;
  key: string;
  customerId: string;
  benefit: BenefitType;
  at: Instant;
  cause: Cause;
  programVersion: number | null;
  ruleId: string | null;
  moves: Move[];
  debt: number;
}
