import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** What somebody typed with a call. */
export interface CommandTexts {
  operator: string | null;
  storeId: string | null;
  saleRef: string | null;
  reason: string | null;
  /** The SKUs that a return names, in its order. */
  skus: string[];
}

/**
 * The texts of one call of staff, kept while its run may ask for them: Temporal is told the call's id alone. What comes of the call
 * has its own record, for good. `_id` is `merchantId|callId`.
 */
export interface CommandTextsDoc extends CommandTexts {
  _id: string;
  merchantId: string;
  at: Date;
}

const KEPT_SECONDS = 90 * 24 * 60 * 60;

const commandTextsSchema = new Schema<CommandTextsDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    operator: { type: String, default: null },
    storeId: { type: String, default: null },
    saleRef: { type: String, default: null },
    reason: { type: String, default: null },
    skus: { type: [String], required: true },
    at: { type: Date, required: true, expires: KEPT_SECONDS },
  },
  { collection: 'command_texts', versionKey: false },
);
export const commandTextsModel = modelDefinition('CommandTexts', commandTextsSchema);
