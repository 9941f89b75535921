import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';
import type { Program, SimulationResult } from '../../loyalty';

/** How a simulation stands. */
export type SimulationState = 'running' | 'finished' | 'failed';

/** Why a simulation has no result. */
export type SimulationFailure = 'cancelled' | 'too_many_sales' | 'not_finished_in_time' | 'unexpected';

/** A draft program, what it is played over, and the result. It names no person but by id. */
export interface SimulationDoc {
  _id: string;
  merchantId: string;
  draft: Program;
  /** The version it is compared with; null: there was none. */
  against: number | null;
  /** The period; the end is exclusive. */
  from: Date;
  end: Date;
  state: SimulationState;
  failure: SimulationFailure | null;
  /** How often work on it has begun. */
  starts: number;
  progress: { done: number; total: number };
  result: SimulationResult | null;
  createdAt: Date;
  /** When nobody is working on it any more, whatever its state says. */
  givenUpAt: Date;
  finishedAt: Date | null;
}

/** Sales go on, and so a simulation grows stale. */
const KEPT_SECONDS = 30 * 24 * 60 * 60;

const simulationSchema = new Schema<SimulationDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    draft: { type: Schema.Types.Mixed, required: true },
    against: { type: Number, default: null },
    from: { type: Date, required: true },
    end: { type: Date, required: true },
    state: { type: String, required: true },
    failure: { type: String, default: null },
    starts: { type: Number, required: true },
    progress: { type: { done: Number, total: Number }, _id: false, required: true },
    result: { type: Schema.Types.Mixed, default: null },
    createdAt: { type: Date, required: true, expires: KEPT_SECONDS },
    givenUpAt: { type: Date, required: true },
    finishedAt: { type: Date, default: null },
  },
  { collection: 'simulations', versionKey: false, minimize: false },
);
simulationSchema.index({ merchantId: 1, state: 1, createdAt: 1, _id: 1 });
export const simulationModel = modelDefinition('Simulation', simulationSchema, [
  { key: { merchantId: 1, state: 1 } },
]);

/** What those who want to begin one take turns by: `_id` is the merchant's. */
export interface SimulationTurnDoc {
  _id: string;
  merchantId: string;
  taken: number;
}

const simulationTurnSchema = new Schema<SimulationTurnDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    taken: { type: Number, required: true },
  },
  { collection: 'simulation_turns', versionKey: false },
);
export const simulationTurnModel = modelDefinition('SimulationTurn', simulationTurnSchema);
