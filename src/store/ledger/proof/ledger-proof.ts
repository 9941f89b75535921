import type { Instant } from '../../../loyalty';
import type { Mongo } from '../../mongo';
import { sealLedger } from './seals';
import type { Sealing } from './seals';
import { verifyLedger } from './verify-ledger';
import type { Verification, VerifyOptions } from './verify-ledger';

/** The proof of a merchant's ledger. */
export interface LedgerProof {
  /** Seals the ends of all chains that have grown since they were sealed last; may run any number of times at once. */
  seal(merchantId: string, now: Instant): Promise<Sealing>;
  /** Recomputes chains, lots, wallets, redemptions, grants and seals from the entries alone, one customer at a time. */
  verify(merchantId: string, options?: VerifyOptions): Promise<Verification>;
}

export function createLedgerProof(mongo: Mongo): LedgerProof {
  return {
    seal: (merchantId, now) => sealLedger(mongo, merchantId, now),
    verify: (merchantId, options = {}) => verifyLedger(mongo, merchantId, options),
  };
}
