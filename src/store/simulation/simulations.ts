import type { ClientSession } from 'mongoose';
import type { SimulationResult } from '../../loyalty';
import { newId } from '../../ids';
import { dueAfter, inTransaction } from '../mongo';
import type { DuePlace, Mongo } from '../mongo';
import type { SimulationDoc, SimulationFailure } from './simulation-model';
import { simulationModel, simulationTurnModel } from './simulation-model';

/** A simulation as stored; `id` in place of `_id`. */
export type StoredSimulation = Omit<SimulationDoc, '_id'> & { id: string };

/** What a simulation is to be about. */
export type NewSimulation = Pick<SimulationDoc, 'merchantId' | 'draft' | 'against' | 'from' | 'end'>;

/** Whoever has not finished by then has died, or was stopped where nobody could write it down: its run tries for half a day. */
const GIVEN_UP_AFTER_MS = 13 * 60 * 60_000;

/** Draft programs over a merchant's past, with their progress and outcome. Kept for thirty days. */
export interface Simulations {
  /**
   * Takes one of the merchant's places for running ones; null: all are taken. However many ask at once, no more are given.
   * @param most how many may run
   */
  open(fresh: NewSimulation, most: number, now: Date): Promise<StoredSimulation | null>;
  get(merchantId: string, simulationId: string): Promise<StoredSimulation | null>;
  /** Counts that work on it begins; null for one that is not running any more. */
  begin(merchantId: string, simulationId: string): Promise<StoredSimulation | null>;
  /** False for one that is not running any more: whoever works on it can stop. */
  progress(
    merchantId: string,
    simulationId: string,
    progress: { done: number; total: number },
  ): Promise<boolean>;
  finish(merchantId: string, simulationId: string, result: SimulationResult, now: Date): Promise<void>;
  /** Marks one that is still running as failed. */
  fail(merchantId: string, simulationId: string, failure: SimulationFailure, now: Date): Promise<void>;
  /** Those that were opened by `until`, and that somebody should be working on, oldest first, from after `place` on. */
  unfinished(
    merchantId: string,
    until: Date,
    place: DuePlace,
    limit: number,
    now: Date,
  ): Promise<StoredSimulation[]>;
  /** Forgets one that never began. */
  discard(merchantId: string, simulationId: string): Promise<void>;
}

/** The simulations of one database. */
export function createSimulations(mongo: Mongo): Simulations {
  const running = (merchantId: string, _id: string): Record<string, unknown> => ({
    _id,
    merchantId,
    state: 'running',
  });

  return {
    async open(fresh, most, now) {
      const doc: SimulationDoc = {
        ...fresh,
        _id: newId('sim'),
        state: 'running',
        failure: null,
        starts: 0,
        progress: { done: 0, total: 0 },
        result: null,
        createdAt: now,
        givenUpAt: new Date(now.getTime() + GIVEN_UP_AFTER_MS),
        finishedAt: null,
      };
      await readyTurn(mongo, fresh.merchantId);
      const taken = await inTransaction(mongo, async (session) => {
        await takeTurn(mongo, session, fresh.merchantId);
        const filter = { merchantId: fresh.merchantId, state: 'running' as const, givenUpAt: { $gt: now } };
        if ((await mongo.of(simulationModel).countDocuments(filter).session(session)) >= most) return false;
        await mongo.of(simulationModel).insertMany([doc], { session, lean: true });
        return true;
      });
      return taken ? asSimulation(doc) : null;
    },
    async get(merchantId, simulationId) {
      const doc = await mongo.of(simulationModel).findOne({ _id: simulationId, merchantId }).lean();
      return doc ? asSimulation(doc) : null;
    },
    async begin(merchantId, id) {
      const doc = await mongo
        .of(simulationModel)
        .findOneAndUpdate(running(merchantId, id), { $inc: { starts: 1 } }, { returnDocument: 'after' })
        .lean();
      return doc ? asSimulation(doc) : null;
    },
    async progress(merchantId, id, progress) {
      const filter = running(merchantId, id);
      return (await mongo.of(simulationModel).updateOne(filter, { $set: { progress } })).matchedCount === 1;
    },
    async finish(merchantId, id, result, now) {
      const set = { result, state: 'finished', finishedAt: now };
      await mongo.of(simulationModel).updateOne(running(merchantId, id), { $set: set });
    },
    async fail(merchantId, id, failure, now) {
      const set = { failure, state: 'failed', finishedAt: now };
      await mongo.of(simulationModel).updateOne(running(merchantId, id), { $set: set });
    },
    async unfinished(merchantId, until, place, limit, now) {
      const begun = { merchantId, state: 'running' as const, ...dueAfter('createdAt', until, place) };
      const docs = await mongo
        .of(simulationModel)
        .find({ ...begun, givenUpAt: { $gt: now } })
        .sort({ createdAt: 1, _id: 1 })
        .limit(limit)
        .lean();
      return docs.map(asSimulation);
    },
    async discard(merchantId, simulationId) {
      await mongo.of(simulationModel).deleteOne({ _id: simulationId, merchantId });
    },
  };
}

async function readyTurn(mongo: Mongo, merchantId: string): Promise<void> {
  await mongo
    .of(simulationTurnModel)
    .updateOne({ _id: merchantId, merchantId }, { $setOnInsert: { taken: 0 } }, { upsert: true });
}

/** Of two transactions that take it at once, one is begun again. */
async function takeTurn(mongo: Mongo, session: ClientSession, merchantId: string): Promise<void> {
  await mongo
    .of(simulationTurnModel)
    .updateOne({ _id: merchantId, merchantId }, { $inc: { taken: 1 } }, { session });
}

function asSimulation({ _id, ...doc }: SimulationDoc): StoredSimulation {
  return { id: _id, ...doc };
}
