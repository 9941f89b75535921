import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

type Totals = { active: number; pending: number; reserved: number; debt: number };

/** How far a merge, or the undoing of one, has come that moves a wallet in parts. */
export interface Moving {
  /** The merge. */
  by: string;
  /** How many parts are done: first those of lots, then those of sales that have none. */
  done: number;
  /** By then, whoever does it has done another part, or has broken off. */
  until: Date;
}

/** A customer's balances, and the lock that every change of that customer's value takes first. */
export interface WalletDoc {
  _id: string;
  merchantId: string;
  version: number;
  cashback: Totals;
  points: Totals;
  /** Number of entries so far: the next entry's place in the customer's ledger. */
  entryCount: number;
  /** Some sale of this customer still collects what was let off (R24). */
  collectsLater: boolean;
  /** Open reservations of vouchers, which have to be loaded with the wallet; absent: none. */
  vouchersReserved?: number;
  /** The customer was merged into this one, whose wallet answers. */
  mergedInto?: string | null;
  /** The merge, or undoing of one, that is being carried over in parts: until it is done nothing else changes this wallet. */
  moving?: Moving;
  lastAt: Date;
  /** Hash of the last entry; absent before the first. */
  lastHash?: string;
  /** The end of the chain of attestations; absent before the first. */
  attested?: { n: number; hash: string };
  /** There while entries or attestations were written since the last seal. */
  unsealed?: true;
  /** The seal that holds this wallet's chains, and up to which entry and attestation; absent before the first. */
  sealed?: { n: number; seq: number; attested?: number };
}

const totals = { active: Number, pending: Number, reserved: Number, debt: Number };

const walletSchema = new Schema<WalletDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    version: { type: Number, required: true },
    cashback: totals,
    points: totals,
    entryCount: { type: Number, required: true },
    collectsLater: { type: Boolean, required: true },
    vouchersReserved: Number,
    mergedInto: String,
    moving: { type: { by: String, done: Number, until: Date }, _id: false },
    lastAt: { type: Date, required: true },
    lastHash: String,
    attested: { type: { n: Number, hash: String }, _id: false },
    unsealed: Boolean,
    sealed: { type: { n: Number, seq: Number, attested: Number }, _id: false },
  },
  { collection: 'wallets', versionKey: false },
);
walletSchema.index({ merchantId: 1, _id: 1 });
walletSchema.index({ merchantId: 1, unsealed: 1, _id: 1 });
export const walletModel = modelDefinition('Wallet', walletSchema);
