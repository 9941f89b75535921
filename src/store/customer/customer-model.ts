import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** When there is next something to tell a customer by no sale. */
export interface FollowUpPlan {
  /** Grows with every look and with whatever changes what a look sees. */
  n: number;
  /** Null: nothing can be foreseen. */
  at: Date | null;
  /** The version of the program it was seen by; null: something has changed since, and it is to be looked at again. */
  version: number | null;
}

/** A person or company who buys. Personal data lives here and nowhere else. */
export interface CustomerDoc {
  _id: string;
  merchantId: string;
  name: string | null;
  /** Lower-case words of the name without accents, for searching. */
  nameWords: string[];
  document: { kind: 'cpf' | 'cnpj'; value: string } | null;
  phones: { e164: string; key: string; mobile: boolean }[];
  /** By which staff find who says the end of a number alone (`phoneEndings`); absent: older than the field. */
  phoneEndings?: string[];
  emails: string[];
  birthDate: string | null;
  /** Groups the merchant put the customer in, which rules may ask for. */
  segments: string[];
  /** The customer this one turned out to be; null: nobody else. */
  mergedInto: string | null;
  /** What is told to the customer next; absent: nobody has looked yet. */
  followUp?: FollowUpPlan;
  createdAt: Date;
  updatedAt: Date;
}

const customerSchema = new Schema<CustomerDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    name: { type: String, default: null },
    nameWords: { type: [String], required: true },
    document: { type: Schema.Types.Mixed, default: null },
    phones: { type: Schema.Types.Mixed, required: true },
    phoneEndings: { type: [String], default: undefined },
    emails: { type: [String], required: true },
    birthDate: { type: String, default: null },
    segments: { type: [String], default: [] },
    mergedInto: { type: String, default: null },
    followUp: { type: Schema.Types.Mixed, default: undefined },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'customers', versionKey: false },
);
customerSchema.index({ merchantId: 1, 'document.value': 1 });
customerSchema.index({ merchantId: 1, 'phones.key': 1, updatedAt: -1, _id: -1 });
customerSchema.index({ merchantId: 1, phoneEndings: 1, updatedAt: -1, _id: -1 });
customerSchema.index({ merchantId: 1, emails: 1, updatedAt: -1, _id: -1 });
customerSchema.index({ merchantId: 1, nameWords: 1, updatedAt: -1, _id: -1 });
customerSchema.index({ merchantId: 1, _id: 1 });
customerSchema.index({ merchantId: 1, 'followUp.at': 1, _id: 1 });
customerSchema.index({ merchantId: 1, 'followUp.version': 1, _id: 1 });
export const customerModel = modelDefinition('Customer', customerSchema, [
  { key: { merchantId: 1, nameWords: 1 } },
  { key: { merchantId: 1, 'phones.key': 1 } },
  { key: { merchantId: 1, emails: 1 } },
]);

/**
 * Whom a key identifies: `_id` is `merchantId|hmac:…`, of earlier versions `merchantId|key`, so that two customers can never own
 * the same key.
 */
export interface IdentityKeyDoc {
  _id: string;
  merchantId: string;
  customerId: string;
}

const identityKeySchema = new Schema<IdentityKeyDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    customerId: { type: String, required: true },
  },
  { collection: 'identity_keys', versionKey: false },
);
identityKeySchema.index({ merchantId: 1, customerId: 1 });
export const identityKeyModel = modelDefinition('IdentityKey', identityKeySchema, [
  { key: { customerId: 1 } },
]);

/** The id of a merchant's key in clear text. */
export function identityKeyId(merchantId: string, key: string): string {
  return `${merchantId}|${key}`;
}
