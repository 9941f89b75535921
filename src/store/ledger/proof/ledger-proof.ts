import type { Instant } from '../../../loyalty';
import { inclusionOf } from './inclusion';
import type { Inclusion } from './inclusion';
import { ledgerParts } from './ledger-parts';
import type { LedgerPart } from './ledger-parts';
import { sealLedger } from './seals';
import type { Sealing, SealOptions } from './seals';
import type { Alone } from './verify-sales';
import { verifyLedger, verifySealing } from './verify-ledger';
import type { ProofOver, Verification, VerifyOptions } from './verify-ledger';

/** The proof of a merchant's ledger. */
export interface LedgerProof {
  /** Seals the ends of all chains that have grown since they were sealed last; may run any number of times at once. */
  seal(merchantId: string, now: Instant, options?: SealOptions): Promise<Sealing>;
  /** Recomputes chains, lots, wallets, redemptions, grants and seals from the entries alone. */
  verify(merchantId: string, options?: VerifyOptions): Promise<Verification>;
  /** Parts of a merchant's customers that can be verified by themselves and at once, together with `verifySeals`. */
  parts(merchantId: string): Promise<LedgerPart[]>;
  /**
   * What is of no single customer: the chain of seals, customers without a wallet, codes of no voucher, budgets, programs, and sales that
   * are in nobody's ledger yet.
   * @param headsFrom the heads of seals before this instant are not read again; absent: all are
   */
  verifySeals(merchantId: string, headsFrom?: Instant): Promise<Verification>;
  /** That the newest seal of a customer holds the ends of that customer's chains; null where none does. */
  inclusion(merchantId: string, customerId: string): Promise<Inclusion | null>;
}

/** @param alone answers what no version writes any more */
export function createLedgerProof(over: ProofOver, alone: () => Promise<Alone>): LedgerProof {
  const { mongo, migrations } = over;
  return {
    seal: async (merchantId, now, options = {}) =>
      sealLedger(mongo, merchantId, now, options, await migrations.finished()),
    verify: async (merchantId, options = {}) => verifyLedger(over, merchantId, options, await alone()),
    parts: (merchantId) => ledgerParts(mongo, merchantId),
    verifySeals: async (merchantId, headsFrom = Number.NEGATIVE_INFINITY) =>
      verifySealing(over, merchantId, headsFrom, await alone()),
    inclusion: (merchantId, customerId) => inclusionOf(mongo, merchantId, customerId),
  };
}
