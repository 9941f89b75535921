import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';
import type { Was } from './was';

/** The digest of an account, a redemption or a merge as it was left. */
export interface RecordDigest {
  of: 'grant' | 'redemption' | 'merge';
  id: string;
  digest: string;
  /** Absent also where it came from another customer, in whose chain it was attested as it went. */
  was?: Was;
  /**
   * Of a merge, an HMAC under the database's key over the persons it names; of a redemption, a digest of the calls that moved it before
   * the last; and what that was just before. Beside `digest`, as versions before know nothing of it. Absent: written by one of these,
   * and says nothing of persons or calls.
   */
  who?: string;
  whoWas?: Was;
}

/** The digest of a sale as it was left: the `n`th of that sale, counted over all chains in which there are any. */
export interface SaleDigest {
  id: string;
  n: number;
  digest: string;
  was?: Was;
}

/**
 * What changed of a customer's accounts, redemptions, merges and sales without any value moving: entries attest what changed with them.
 * A chain of its own for each customer, whose end the wallet knows. `_id` is `merchantId/customerId/n`. Never updated, never deleted.
 */
export interface AttestationDoc {
  _id: string;
  merchantId: string;
  customerId: string;
  /** Place in this chain, from 1 without gaps. */
  n: number;
  /** The entry after which it was written; 0: before the first. */
  after: number;
  recordedAt: Date;
  records: RecordDigest[];
  /** Sales as they were left; absent: none. Beside `records`, as versions before know no record of a sale. */
  sales?: SaleDigest[];
  /** Everything there was of this customer is attested by here, also what versions before did not attest. */
  whole?: true;
  /** SHA-256 over the hash of the one before and this one's content, in hex. */
  hash: string;
}

const attestationSchema = new Schema<AttestationDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    customerId: { type: String, required: true },
    n: { type: Number, required: true },
    after: { type: Number, required: true },
    recordedAt: { type: Date, required: true },
    records: { type: Schema.Types.Mixed, required: true },
    sales: Schema.Types.Mixed,
    whole: Boolean,
    hash: { type: String, required: true },
  },
  { collection: 'ledger_attestations', versionKey: false },
);
attestationSchema.index({ merchantId: 1, customerId: 1, n: 1 }, { unique: true });
export const attestationModel = modelDefinition('LedgerAttestation', attestationSchema);
