import { Schema } from 'mongoose';
import type { StandIns } from '../../loyalty';
import { modelDefinition } from '../mongo';
import type { KeyScope } from './caller';

/** A tenant. `_id` is the merchantId that every other document carries. */
export interface MerchantDoc {
  _id: string;
  name: string;
  createdAt: Date;
  /** What its staff type in where they do not know who buys; absent: nothing of its own. */
  standIns?: StandIns;
}

const merchantSchema = new Schema<MerchantDoc>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    createdAt: { type: Date, required: true },
    standIns: { type: Schema.Types.Mixed },
  },
  { collection: 'merchants', versionKey: false },
);
export const merchantModel = modelDefinition('Merchant', merchantSchema);

/** `_id` is the SHA-256 of the key in hex: the key itself is never stored. */
export interface ApiKeyDoc {
  _id: string;
  merchantId: string;
  label: string;
  /** Absent in keys that were made before there were scopes: all a key can do. */
  scope?: KeyScope;
  createdAt: Date;
}

const apiKeySchema = new Schema<ApiKeyDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true, index: true },
    label: { type: String, required: true },
    scope: { type: String },
    createdAt: { type: Date, required: true },
  },
  { collection: 'api_keys', versionKey: false },
);
export const apiKeyModel = modelDefinition('ApiKey', apiKeySchema);
