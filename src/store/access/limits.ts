import { randomUUID } from 'node:crypto';
import type { Instant } from '../../loyalty';
import { isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { limitModel } from './limit-model';

/** How much of what somebody may do within a time, such as `sign-in/address/…`. A day at most. */
export interface Limit {
  name: string;
  most: number;
  withinMs: number;
}

/** What was taken, to be given back if it turns out not to count. */
export interface Taken {
  id: string;
  limits: readonly Limit[];
}

/** Limits on what can be tried before anybody is known, shared by all API processes and right however many come at once. */
export interface Limits {
  /** Takes one of each; or none, and tells when it is worth coming back. */
  take(limits: readonly Limit[], now: Instant): Promise<Taken | { until: Instant }>;
  /** As if it had not been taken. */
  giveBack(taken: Taken): Promise<void>;
  /** As if nothing had been taken of them by anybody. */
  clear(limits: readonly Limit[]): Promise<void>;
}

/** The limits of one database. */
export function createLimits(mongo: Mongo): Limits {
  const idOf = ({ name }: Limit): string => mongo.keyedDigest('limits', name);

  /** One document, changed only if there is room: of many at once no more than `most` get through. */
  async function takeOne(limit: Limit, id: string, now: Instant): Promise<boolean> {
    const { matchedCount } = await mongo
      .of(limitModel)
      .updateOne(
        { _id: idOf(limit), [`taken.${limit.most - 1}`]: { $exists: false } },
        { $push: { taken: { id, at: new Date(now) } }, $set: { touchedAt: new Date(now) } },
      );
    return matchedCount === 1;
  }

  /** Makes room: the document is there, and holds nothing that no longer counts. */
  async function makeRoom(limit: Limit, now: Instant): Promise<void> {
    const _id = idOf(limit);
    const gone = { taken: { at: { $lte: new Date(now - limit.withinMs) } } };
    const { matchedCount } = await mongo.of(limitModel).updateOne({ _id }, { $pull: gone });
    if (matchedCount === 1) return;
    const fresh = { _id, taken: [], touchedAt: new Date(now) };
    await mongo
      .of(limitModel)
      .insertMany([fresh], { lean: true })
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
  }

  async function freeFrom(limit: Limit, now: Instant): Promise<Instant> {
    const doc = await mongo.of(limitModel).findById(idOf(limit)).lean();
    const oldest = doc?.taken.at(-limit.most)?.at.getTime();
    return oldest === undefined ? now : oldest + limit.withinMs;
  }

  async function giveBack({ id, limits }: Taken): Promise<void> {
    for (const limit of limits)
      await mongo.of(limitModel).updateOne({ _id: idOf(limit) }, { $pull: { taken: { id } } });
  }

  return {
    async take(limits, now) {
      const id = randomUUID();
      for (const [n, limit] of limits.entries()) {
        if (await takeOne(limit, id, now)) continue;
        await makeRoom(limit, now);
        if (await takeOne(limit, id, now)) continue;
        const until = await freeFrom(limit, now);
        await giveBack({ id, limits: limits.slice(0, n) });
        return { until };
      }
      return { id, limits };
    },
    giveBack,
    async clear(limits) {
      await mongo.of(limitModel).deleteMany({ _id: { $in: limits.map(idOf) } });
    },
  };
}
