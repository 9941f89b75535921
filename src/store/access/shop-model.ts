import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** One of a merchant's stores. */
export interface ShopDoc {
  _id: string;
  merchantId: string;
  name: string;
  /** Its IANA time zone. */
  zone: string;
  /** The sales channels of Bling, and what tills call themselves in `storeId`, that mean it. */
  channels: string[];
  /** The CNPJs that mean it, without punctuation. */
  documents: string[];
  /** What nobody else of the merchant may be called or meant by: never empty, so that a unique index keeps them apart. */
  marks: string[];
  createdAt: Date;
  /** Guards each change. */
  version: number;
}

const shopSchema = new Schema<ShopDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    name: { type: String, required: true },
    zone: { type: String, required: true },
    channels: { type: [String], required: true },
    documents: { type: [String], required: true },
    marks: { type: [String], required: true },
    createdAt: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'shops', versionKey: false },
);
shopSchema.index({ merchantId: 1, marks: 1 }, { unique: true });
shopSchema.index({ merchantId: 1, createdAt: 1, _id: 1 });
export const shopModel = modelDefinition('Shop', shopSchema);
