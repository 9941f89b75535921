import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** Who wanted it: a person for a period, the connection's own run, or that situations mean something else from now on. */
export type ReconciliationTrigger = 'asked' | 'scheduled' | 'situations';

/** How it ends before everything was looked at. */
export type ReconciliationEnd = 'cancelled' | 'failed';

/** Why a sale is looked at again: it differs from its row in the list, or from its order in what no row tells (`content`), or no list has it any more. */
export type FoundWhy = 'missing' | 'unread' | 'situation' | 'total' | 'contact' | 'content' | 'unlisted';

/** An order that was not as it should be. */
export interface FoundOrder {
  orderId: string;
  why: FoundWhy;
  foundAt: Date;
  /** When the sale was seen to agree; null: not yet. */
  repairedAt: Date | null;
}

/** A comparison of a company's list of orders with the sales: what it looks at, and what it came to. */
export interface ReconciliationDoc {
  _id: string;
  merchantId: string;
  connectionId: string;
  trigger: ReconciliationTrigger;
  /** Orders changed in this period are listed. */
  from: Date;
  until: Date;
  /** And those sold on these days, Brasília's, so that those are found that no list has any more; null: none. */
  soldFrom: string | null;
  soldTo: string | null;
  state: 'running' | 'finished' | ReconciliationEnd;
  /** Why it failed, in a stable word; null: it did not. */
  failure: string | null;
  lookedAt: number;
  missing: number;
  differing: number;
  deleted: number;
  repaired: number;
  /** The first of what was found. */
  found: FoundOrder[];
  beganAt: Date;
  endedAt: Date | null;
}

const reconciliationSchema = new Schema<ReconciliationDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    connectionId: { type: String, required: true },
    trigger: { type: String, required: true },
    from: { type: Date, required: true },
    until: { type: Date, required: true },
    soldFrom: { type: String, default: null },
    soldTo: { type: String, default: null },
    state: { type: String, required: true },
    failure: { type: String, default: null },
    lookedAt: { type: Number, required: true },
    missing: { type: Number, required: true },
    differing: { type: Number, required: true },
    deleted: { type: Number, required: true },
    repaired: { type: Number, required: true },
    found: { type: Schema.Types.Mixed, required: true },
    beganAt: { type: Date, required: true },
    endedAt: { type: Date, default: null },
  },
  { collection: 'reconciliations', versionKey: false },
);
reconciliationSchema.index({ merchantId: 1, connectionId: 1, beganAt: -1, _id: -1 });
reconciliationSchema.index({ merchantId: 1, state: 1, beganAt: 1, _id: 1 });
export const reconciliationModel = modelDefinition('Reconciliation', reconciliationSchema);

/** What a row of the list said. */
export interface ListedThen {
  outcome: 'completed' | 'cancelled' | 'open';
  /** Absent: its list tells of none. */
  totalCents?: number | null;
  contactId: string | null;
}

/** One order that a reconciliation has looked at: once, in however many pages it stood. `_id`: the reconciliation and the order. */
export interface ReconciledOrderDoc {
  _id: string;
  merchantId: string;
  reconciliationId: string;
  orderId: string;
  /** It was not as it should be. */
  found: boolean;
  why: FoundWhy | null;
  /** Null where no list has it. */
  listed: ListedThen | null;
  at: Date;
  repairedAt: Date | null;
  lapsesAt: Date;
}

const reconciledOrderSchema = new Schema<ReconciledOrderDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    reconciliationId: { type: String, required: true },
    orderId: { type: String, required: true },
    found: { type: Boolean, required: true },
    why: { type: String, default: null },
    listed: { type: Schema.Types.Mixed, default: null },
    at: { type: Date, required: true },
    repairedAt: { type: Date, default: null },
    lapsesAt: { type: Date, required: true, expires: 0 },
  },
  { collection: 'reconciled_orders', versionKey: false, minimize: false },
);
reconciledOrderSchema.index({ merchantId: 1, reconciliationId: 1, found: 1, _id: 1 });
export const reconciledOrderModel = modelDefinition('ReconciledOrder', reconciledOrderSchema);
