import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';
import type { Circuit } from './circuit';
import type { CallClass } from './pace';

/**
 * When the next call to one company may start, and how many it had on its local day: all processes share it. An earlier version
 * knows the first four fields only.
 */
export interface CallSlotDoc {
  _id: string;
  nextAt: Date;
  day: string;
  calls: number;
  /** The last place that each class of callers has been given, epoch milliseconds. */
  tails?: Partial<Record<CallClass, number>>;
  callsPerSale?: number;
  circuit?: Circuit;
  /** When the one who tries next comes, epoch milliseconds. */
  scoutAt?: number;
  /** Whether some rest until the company answers. */
  resting?: boolean;
  /** Of Bling as a whole only: whose calls had no answer. */
  companies?: string[];
  /** Those among them whose calls met a page in place of an answer. */
  blocked?: string[];
  /** Of token requests only: Bling has said that nobody may ask before. */
  pausedUntil?: Date;
  /** Of our address only: how many calls start in each second, counted since 1970. */
  counts?: Record<string, number>;
  /** Which of those who count with the address changed it last. */
  by?: string;
  /** Counts the changes. */
  turn?: number | null;
}

const callSlotSchema = new Schema<CallSlotDoc>(
  {
    _id: { type: String, required: true },
    nextAt: { type: Date, required: true },
    day: { type: String, default: '' },
    calls: { type: Number, default: 0 },
    tails: { type: Schema.Types.Mixed },
    callsPerSale: { type: Number },
    circuit: { type: Schema.Types.Mixed },
    scoutAt: { type: Number },
    resting: { type: Boolean },
    companies: { type: [String], default: undefined },
    blocked: { type: [String], default: undefined },
    pausedUntil: { type: Date },
    counts: { type: Schema.Types.Mixed },
    by: { type: String },
    turn: { type: Number },
  },
  { collection: 'call_slots', versionKey: false },
);
/** Of one that nobody has called yet. */
export const FRESH_SLOT: Pick<CallSlotDoc, 'nextAt' | 'day' | 'calls'> = {
  nextAt: new Date(0),
  day: '',
  calls: 0,
};
export const callSlotModel = modelDefinition('CallSlot', callSlotSchema);

/** The place of one who waits for his turn to call a company. `_id`: the company and the caller's key. */
export interface CallPlaceDoc {
  _id: string;
  at: Date;
  calls: number;
  begun: boolean;
  lapsesAt: Date;
  /** How often in a row its holder was sent to rest; absent: older than rests. */
  rests?: number;
  /** Since when its holder waits, epoch milliseconds. */
  since?: number;
  /** Whether its holder has it because our address had no call left; absent: older than that. */
  ofAddress?: boolean;
}

const callPlaceSchema = new Schema<CallPlaceDoc>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    calls: { type: Number, required: true },
    begun: { type: Boolean, required: true },
    lapsesAt: { type: Date, required: true, expires: 0 },
    rests: { type: Number },
    since: { type: Number },
    ofAddress: { type: Boolean },
  },
  { collection: 'call_places', versionKey: false },
);
export const callPlaceModel = modelDefinition('CallPlace', callPlaceSchema);
