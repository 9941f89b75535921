import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** The answer to one request: a cache. `_id` is the SHA-256 of merchant, route and key; kept for 30 days. */
export interface IdempotencyDoc {
  _id: string;
  merchantId: string;
  bodyHash: string;
  /** Until when the request counts as in flight; null once it is answered. */
  lockedUntil: Date | null;
  status: number | null;
  /** The answer, encrypted: it may hold the code of a voucher, and who somebody is. */
  sealed?: string;
  /** The answer in clear text, as earlier versions kept and read it; null where it is sealed. */
  body: unknown;
  createdAt: Date;
}

const KEPT_SECONDS = 30 * 24 * 60 * 60;

const idempotencySchema = new Schema<IdempotencyDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    bodyHash: { type: String, required: true },
    lockedUntil: { type: Date, default: null },
    status: { type: Number, default: null },
    sealed: String,
    body: { type: Schema.Types.Mixed, default: null },
    createdAt: { type: Date, required: true, expires: KEPT_SECONDS },
  },
  { collection: 'idempotency', versionKey: false, minimize: false },
);
export const idempotencyModel = modelDefinition('Idempotency', idempotencySchema);

/** Which request a key was used for, kept for ever. `_id` is that of the answer; `request` a keyed digest of the body's. */
export interface UsedKeyDoc {
  _id: string;
  merchantId: string;
  request: string;
  at: Date;
}

const usedKeySchema = new Schema<UsedKeyDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    request: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'used_keys', versionKey: false },
);
export const usedKeyModel = modelDefinition('UsedKey', usedKeySchema);
