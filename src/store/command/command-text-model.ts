import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** What somebody typed with a call, and the key it was made with. */
export interface CommandTexts {
  /** Null: a person made it, or it is older than the field. */
  keyId: string | null;
  operator: string | null;
  storeId: string | null;
  saleRef: string | null;
  reason: string | null;
  /** The SKUs that a return names, in its order. */
  skus: string[];
}

/**
 * One call of staff, kept while its run may ask for it: what was typed, of which Temporal is told the call's id alone, and whether
 * anybody still waits. What comes of the call has its own record, for good. `_id` is `merchantId|callId`.
 */
export interface CommandTextsDoc extends CommandTexts {
  _id: string;
  merchantId: string;
  at: Date;
  /** Until when its caller waits, by MongoDB's time: after that it is not done any more. Null or absent: without an end. */
  validUntil?: Date | null;
  /** Its caller was told that it is not done, and has not asked again. */
  withdrawn?: boolean;
  /** When it was done: written with what it moved, or not at all. */
  doneAt?: Date | null;
}

const KEPT_SECONDS = 90 * 24 * 60 * 60;

const commandTextsSchema = new Schema<CommandTextsDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    keyId: { type: String, default: null },
    operator: { type: String, default: null },
    storeId: { type: String, default: null },
    saleRef: { type: String, default: null },
    reason: { type: String, default: null },
    skus: { type: [String], required: true },
    at: { type: Date, required: true, expires: KEPT_SECONDS },
    validUntil: { type: Date, default: null },
    withdrawn: { type: Boolean, default: false },
    doneAt: { type: Date, default: null },
  },
  { collection: 'command_texts', versionKey: false },
);
export const commandTextsModel = modelDefinition('CommandTexts', commandTextsSchema);

/** The id under which a call is kept. */
export function commandIdOf(merchantId: string, callId: string): string {
  return `${merchantId}|${callId}`;
}
