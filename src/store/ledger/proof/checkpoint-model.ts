import { Schema } from 'mongoose';
import { modelDefinition } from '../../mongo';

/**
 * What one customer's entries come to up to some point where they had been verified, so that a later verification replays only
 * what came after. `_id` is `merchantId/customerId`. It is held by a seal, and has a mark that nobody makes who can only write to the
 * database: by it entries are not looked at. One that is not there costs nothing but time.
 */
export interface CheckpointDoc {
  _id: string;
  merchantId: string;
  customerId: string;
  /** The entry and the attestation it stands at, with their hashes. */
  seq: number;
  hash: string;
  attested?: { n: number; hash: string };
  /** The state as JSON: its digest is what the seal holds. */
  state: string;
  /** The seal that holds it: its number, the place among its heads, and the way to its root. */
  seal: { n: number; index: number; size: number; path: string[] };
  /** When everything before was replayed from the first entry. */
  wholeAt: Date;
  /** An HMAC under the database's key over all of it. Absent: a version made it that knew none, and it stands for nothing. */
  mark?: string;
}

const checkpointSchema = new Schema<CheckpointDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    customerId: { type: String, required: true },
    seq: { type: Number, required: true },
    hash: { type: String, required: true },
    attested: { type: { n: Number, hash: String }, _id: false },
    state: { type: String, required: true },
    seal: { type: Schema.Types.Mixed, required: true },
    wholeAt: { type: Date, required: true },
    mark: String,
  },
  { collection: 'ledger_checkpoints', versionKey: false },
);
checkpointSchema.index({ merchantId: 1, customerId: 1 });
export const checkpointModel = modelDefinition('LedgerCheckpoint', checkpointSchema);
