import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';
import type { Cause, Entry, Move } from '../../loyalty';
import type { RecordDigest } from './attestation-model';
import type { Was } from './was';
import type { SaleOfCause } from './sale-digest';

/** An entry as stored. `_id` is `merchantId/key`: the natural key can be written once. Never updated, never deleted. */
export interface EntryDoc extends Omit<Entry, 'at' | 'moves' | 'cause'> {
  _id: string;
  merchantId: string;
  /** Place in the customer's ledger, from 1. */
  seq: number;
  at: Date;
  recordedAt: Date;
  /** In the last entry of a change of value, also the digest of the sale that changed with it. */
  cause: Cause & SaleOfCause;
  moves: Move[];
  /** The sales whose lots it moves or that caused it. */
  saleIds: string[];
  attests: Attestation[];
  /** The form it is hashed in; absent: the first. */
  v?: number;
  /** In the last entry of a change of value: every account and redemption the change left otherwise than it was. */
  records?: RecordDigest[];
  /** SHA-256 over the hash of the customer's entry before and this one's content, in hex. */
  hash: string;
}

/** The digest of a lot's terms, or of a redemption, as an entry left it. */
export interface Attestation {
  of: 'lot' | 'redemption';
  id: string;
  digest: string;
  /** Of a lot, where the change mentions it first: what it was before. Absent also where it is new or came from another customer. */
  was?: Was;
}

const entrySchema = new Schema<EntryDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    customerId: { type: String, required: true },
    key: { type: String, required: true },
    seq: { type: Number, required: true },
    type: { type: String, required: true },
    benefit: { type: String, required: true },
    at: { type: Date, required: true },
    recordedAt: { type: Date, required: true },
    cause: { type: Schema.Types.Mixed, required: true },
    programVersion: { type: Number, default: null },
    ruleId: { type: String, default: null },
    moves: { type: Schema.Types.Mixed, required: true },
    debt: { type: Number, required: true },
    saleIds: { type: [String], required: true },
    attests: { type: Schema.Types.Mixed, required: true },
    v: Number,
    records: Schema.Types.Mixed,
    hash: { type: String, required: true },
  },
  { collection: 'ledger_entries', versionKey: false },
);
entrySchema.index({ merchantId: 1, customerId: 1, seq: 1 }, { unique: true });
entrySchema.index({ merchantId: 1, saleIds: 1, at: 1, seq: 1 });
entrySchema.index({ merchantId: 1, type: 1, benefit: 1, at: 1, _id: 1 });
export const entryModel = modelDefinition('Entry', entrySchema, [
  { key: { customerId: 1, seq: 1 }, standsFor: { merchantId: 1, customerId: 1, seq: 1 } },
  { key: { merchantId: 1, saleIds: 1 } },
  { key: { merchantId: 1, type: 1, at: 1 } },
]);
