import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';
import type { Cause, Entry, Grant, Lot, Move, Redemption } from '../../loyalty';

type Totals = { active: number; pending: number; reserved: number; debt: number };

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
  lastAt: Date;
  /** Hash of the last entry; absent before the first. */
  lastHash?: string;
  /** There while entries were written since the last seal. */
  unsealed?: true;
  /** The seal that holds this wallet's chain, and up to which entry; absent before the first. */
  sealed?: { n: number; seq: number };
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
    lastAt: { type: Date, required: true },
    lastHash: String,
    unsealed: Boolean,
    sealed: { type: { n: Number, seq: Number }, _id: false },
  },
  { collection: 'wallets', versionKey: false, strict: 'throw' },
);
walletSchema.index({ merchantId: 1, _id: 1 });
walletSchema.index({ merchantId: 1, unsealed: 1, _id: 1 });
export const walletModel = modelDefinition('Wallet', walletSchema);

/** A lot as stored: `open` while something of it can still move by time or use; `version` guards each change. */
export interface LotDoc extends Omit<Lot, 'id' | 'createdAt' | 'activatesAt' | 'expiresAt'> {
  _id: string;
  merchantId: string;
  createdAt: Date;
  activatesAt: Date;
  expiresAt: Date | null;
  open: boolean;
  version: number;
}

const lotSchema = new Schema<LotDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    customerId: { type: String, required: true },
    type: { type: String, required: true },
    saleId: { type: String, default: null },
    ruleId: { type: String, default: null },
    programVersion: { type: Number, default: null },
    revision: { type: Number, required: true },
    zone: { type: String, required: true },
    createdAt: { type: Date, required: true },
    activatesAt: { type: Date, required: true },
    expiresAt: { type: Date, default: null },
    voucher: { type: Schema.Types.Mixed, default: null },
    amount: { type: Number, required: true },
    buckets: { type: Schema.Types.Mixed, required: true },
    open: { type: Boolean, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'lots', versionKey: false, strict: 'throw' },
);
lotSchema.index({ customerId: 1, open: 1 });
lotSchema.index({ customerId: 1, type: 1 });
lotSchema.index({ saleId: 1 });
export const lotModel = modelDefinition('Lot', lotSchema);

/** An entry as stored. `_id` is `merchantId/key`: the natural key can be written once. Never updated, never deleted. */
export interface EntryDoc extends Omit<Entry, 'at' | 'moves' | 'cause'> {
  _id: string;
  merchantId: string;
  /** Place in the customer's ledger, from 1. */
  seq: number;
  at: Date;
  recordedAt: Date;
  cause: Cause;
  moves: Move[];
  /** The sales whose lots it moves or that caused it. */
  saleIds: string[];
  attests: Attestation[];
  /** SHA-256 over the hash of the customer's entry before and this one's content, in hex. */
  hash: string;
}

/** The digest of a lot's terms, or of a redemption, as an entry left it. */
export interface Attestation {
  of: 'lot' | 'redemption';
  id: string;
  digest: string;
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
    hash: { type: String, required: true },
  },
  { collection: 'ledger_entries', versionKey: false, strict: 'throw' },
);
entrySchema.index({ customerId: 1, seq: 1 }, { unique: true });
entrySchema.index({ merchantId: 1, saleIds: 1 });
export const entryModel = modelDefinition('Entry', entrySchema);

/** A redemption as stored. */
export interface RedemptionDoc extends Omit<
  Redemption,
  'id' | 'reservedAt' | 'reservedUntil' | 'confirmedAt' | 'closedAt'
> {
  _id: string;
  merchantId: string;
  reservedAt: Date;
  reservedUntil: Date;
  confirmedAt: Date | null;
  closedAt: Date | null;
}

const redemptionSchema = new Schema<RedemptionDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    customerId: { type: String, required: true },
    type: { type: String, required: true },
    amount: { type: Number, required: true },
    voucherCode: { type: String, default: null },
    discountCents: { type: Number, required: true },
    state: { type: String, required: true },
    draws: { type: Schema.Types.Mixed, required: true },
    reservedAt: { type: Date, required: true },
    reservedUntil: { type: Date, required: true },
    confirmedAt: { type: Date, default: null },
    closedAt: { type: Date, default: null },
    zone: { type: String, required: true },
    terms: { type: Schema.Types.Mixed, required: true },
    saleTotalCents: { type: Number, required: true },
    freightCents: { type: Number, required: true },
    saleRef: { type: String, default: null },
    operator: { type: String, default: null },
    storeId: { type: String, default: null },
    lastCall: { type: String, default: null },
  },
  { collection: 'redemptions', versionKey: false, strict: 'throw' },
);
redemptionSchema.index({ customerId: 1, state: 1 });
redemptionSchema.index({ merchantId: 1, saleRef: 1 });
redemptionSchema.index({ voucherCode: 1, customerId: 1 });
export const redemptionModel = modelDefinition('Redemption', redemptionSchema);

/** The account of a sale, customer and rule. `_id` is `saleId/ruleId/type/customerId`. */
export interface GrantDoc extends Grant {
  _id: string;
  merchantId: string;
}

const grantSchema = new Schema<GrantDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    saleId: { type: String, required: true, index: true },
    customerId: { type: String, required: true },
    ruleId: { type: String, required: true },
    type: { type: String, required: true },
    programVersion: { type: Number, required: true },
    month: { type: String, required: true },
    lots: { type: Number, required: true },
    clawbacks: { type: Number, required: true },
    granted: { type: Number, required: true },
    taken: { type: Number, required: true },
    letOff: { type: Number, required: true },
    lapsed: { type: Number, required: true },
    collectsLater: { type: Boolean, required: true },
  },
  { collection: 'grants', versionKey: false, strict: 'throw' },
);
grantSchema.index({ customerId: 1, month: 1 });
grantSchema.index({ merchantId: 1, ruleId: 1 });
export const grantModel = modelDefinition('Grant', grantSchema);
