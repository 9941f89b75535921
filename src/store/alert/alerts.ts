import { alertIdOf } from '../../ids';
import type { Mongo, Place } from '../mongo';
import { after, isDuplicateKey } from '../mongo';
import type { AlertDoc, AlertKind } from './alert-model';
import { alertModel } from './alert-model';

/** Something a person has to look into; open until `resolvedAt`. */
export interface Alert extends Omit<AlertDoc, '_id' | 'n'> {
  id: string;
}

/** What an alert is about: at most one of these is open at a time. */
export interface AlertSubject {
  merchantId: string;
  kind: AlertKind;
  subject: string;
}

/** What a merchant's people have to look into until it is put right. */
export interface Alerts {
  /** Raises an alert, or refreshes the open one of the same kind and subject. `raised`: it is new. */
  raise(
    about: AlertSubject,
    what: Pick<Alert, 'text' | 'facts'>,
    now: Date,
  ): Promise<{ id: string; raised: boolean }>;
  /**
   * Closes the open alert of this kind and subject, if there is one; without a subject, all of the kind. Answers whether there was one.
   * @param unseenSince only what nobody has refreshed since then
   */
  resolve(
    about: AlertSubject | Omit<AlertSubject, 'subject'>,
    now: Date,
    unseenSince?: Date,
  ): Promise<boolean>;
  /** What a merchant's open alerts of these kinds are about. */
  open(merchantId: string, kinds: readonly AlertKind[]): Promise<AlertSubject[]>;
  /** How many of each kind are open. */
  countOpen(merchantId: string): Promise<Partial<Record<AlertKind, number>>>;
  /** Newest first; `before` and `beforeId` are `raisedAt` and id of the last one seen. */
  list(merchantId: string, page: { state: 'open' | 'all'; limit: number } & Place): Promise<Alert[]>;
}

/** The alerts of one database. */
export function createAlerts(mongo: Mongo): Alerts {
  const newest = (about: AlertSubject) =>
    mongo.of(alertModel).findOne(about).sort({ n: -1 }).select({ n: 1, resolvedAt: 1 }).lean();

  return {
    async raise(about, what, now) {
      for (;;) {
        const last = await newest(about);
        if (last?.resolvedAt === null) {
          const open = { _id: last._id, merchantId: about.merchantId, resolvedAt: null };
          const { matchedCount } = await mongo
            .of(alertModel)
            .updateOne(open, { $set: { ...what, lastSeenAt: now } });
          if (matchedCount > 0) return { id: last._id, raised: false };
          continue;
        }
        const n = (last?.n ?? 0) + 1;
        const _id = alertIdOf(about.merchantId, about.kind, about.subject, n);
        const dates = { raisedAt: now, lastSeenAt: now, resolvedAt: null };
        try {
          await mongo.of(alertModel).insertMany([{ _id, ...about, n, ...what, ...dates }], { lean: true });
          return { id: _id, raised: true };
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
        }
      }
    },
    async resolve(about, now, unseenSince) {
      const over = unseenSince === undefined ? {} : { lastSeenAt: { $lt: unseenSince } };
      const { modifiedCount } = await mongo
        .of(alertModel)
        .updateMany({ ...about, ...over, resolvedAt: null }, { $set: { resolvedAt: now } });
      return modifiedCount > 0;
    },
    async open(merchantId, kinds) {
      const filter = { merchantId, resolvedAt: null, kind: { $in: kinds } };
      const found = await mongo.find(alertModel, filter, { fields: { kind: 1, subject: 1 } });
      return found.map(({ kind, subject }) => ({ merchantId, kind, subject }));
    },
    async countOpen(merchantId) {
      const counts = await mongo
        .of(alertModel)
        .aggregate<{ _id: AlertKind; count: number }>([
          { $match: { merchantId, resolvedAt: null } },
          { $group: { _id: '$kind', count: { $sum: 1 } } },
        ]);
      return Object.fromEntries(counts.map(({ _id, count }) => [_id, count]));
    },
    async list(merchantId, { state, limit, ...place }) {
      const docs = await mongo
        .of(alertModel)
        .find({
          merchantId,
          ...(state === 'open' ? { resolvedAt: null } : {}),
          ...after('raisedAt', place),
        })
        .sort({ raisedAt: -1, _id: -1 })
        .limit(limit)
        .lean();
      return docs.map(({ _id, n: _n, ...alert }) => ({ ...alert, id: _id }));
    },
  };
}
