import type { Mongo } from '../mongo';
import { connectionModel } from './connection-model';
import type { ConnectionDoc, MailDue } from './connection-model';
import type { StoreConnection, Tokens } from './store-connection';
import { usualGap } from './upkeep';

/** In place of tokens that Bling has back. */
const REVOKED = 'revoked';

/** Events are noted so often. */
const EVENTS_EVERY_MS = 60_000;

/** What people do to a connection, and what its run and its events note of it. */
export interface ConnectionKeeping {
  /** Pauses a connection, or disconnects it, which nothing but another authorisation undoes. Null: there is none. */
  hold(
    merchantId: string,
    connectionId: string,
    as: 'paused' | 'disconnected',
    now: Date,
  ): Promise<StoreConnection | null>;
  /** Goes on with one that is paused; another stays as it is. Null: there is none. */
  resume(merchantId: string, connectionId: string, now: Date): Promise<StoreConnection | null>;
  /** Forgets the tokens of one that is disconnected, as Bling has them back; those of another version stay. */
  forgetTokens(merchantId: string, connectionId: string, version: number, now: Date): Promise<void>;
  /** Notes that its people were told of a change, and that its owners have to be written to; once. */
  noteTold(merchantId: string, connectionId: string, change: Omit<MailDue, 'written'>): Promise<void>;
  /** Notes that a person was written to of the change of then. */
  noteWritten(merchantId: string, connectionId: string, at: Date, personId: string): Promise<void>;
  /** Notes that everybody was, as far as they can be. */
  endMail(merchantId: string, connectionId: string, at: Date): Promise<void>;
  /** Notes that the company had an event; of those within a minute the first counts. */
  noteEvent(connectionId: string, at: Date): Promise<void>;
  /** Notes that a comparison by its own run failed: the next one waits. */
  noteReconcileFailed(merchantId: string, connectionId: string, now: Date): Promise<void>;
  /** Notes how far the sales that have been open for long were asked for; null: to the end. */
  noteOpenAsked(
    merchantId: string,
    connectionId: string,
    after: ConnectionDoc['openAskedAfter'],
  ): Promise<void>;
  /** Notes that its orders were compared, from `beganAt` on, by the situations chosen until then. */
  noteApplied(merchantId: string, connectionId: string, beganAt: Date): Promise<void>;
  /** Notes up to when its orders were compared, unless it is paused or disconnected by now: what was found may not have been read. `month`: those of a month; `untold`: changes were found that no event had told of. */
  noteReconciled(
    merchantId: string,
    connectionId: string,
    what: { until: Date; month: boolean; untold: boolean },
    now: Date,
  ): Promise<void>;
}

/**
 * @param get a connection as it is now
 * @param sealed tokens as they are kept
 */
export function createConnectionKeeping(
  mongo: Mongo,
  get: (merchantId: string, id: string) => Promise<StoreConnection | null>,
  sealed: (id: string, tokens: Omit<Tokens, 'version'>) => Partial<ConnectionDoc>,
): ConnectionKeeping {
  return {
    async hold(merchantId, id, as, now) {
      const free = as === 'paused' ? [null] : [null, 'paused' as const];
      await mongo
        .of(connectionModel)
        .updateOne(
          { _id: id, merchantId, 'held.as': { $in: free } },
          { $set: { held: { as, at: now, revokedAt: null } } },
        );
      return get(merchantId, id);
    },
    async resume(merchantId, id, now) {
      await mongo.of(connectionModel).updateOne(
        { _id: id, merchantId, 'held.as': 'paused' },
        // What was under way when it was paused is found among the sales of a month.
        { $set: { held: null, resumedAt: now, monthReconciledAt: null } },
      );
      return get(merchantId, id);
    },
    async forgetTokens(merchantId, id, version, now) {
      await mongo.of(connectionModel).updateOne(
        { _id: id, merchantId, tokenVersion: version, 'held.as': 'disconnected' },
        {
          $set: {
            ...sealed(id, { accessToken: REVOKED, refreshToken: REVOKED, expiresAt: new Date(0) }),
            'held.revokedAt': now,
            refreshingUntil: null,
          },
          $inc: { tokenVersion: 1 },
        },
      );
    },
    async noteTold(merchantId, id, change) {
      const { is } = change;
      await mongo
        .of(connectionModel)
        .updateOne(
          { _id: id, merchantId, told: { $ne: is } },
          { $set: { told: is, mailDue: { ...change, written: [] } } },
        );
    },
    async noteWritten(merchantId, id, at, personId) {
      await mongo
        .of(connectionModel)
        .updateOne({ _id: id, merchantId, 'mailDue.at': at }, { $addToSet: { 'mailDue.written': personId } });
    },
    async endMail(merchantId, id, at) {
      await mongo
        .of(connectionModel)
        .updateOne({ _id: id, merchantId, 'mailDue.at': at }, { $set: { mailDue: null } });
    },
    async noteEvent(id, at) {
      const since = new Date(at.getTime() - EVENTS_EVERY_MS);
      const before = await mongo
        .of(connectionModel)
        .findOneAndUpdate(
          { _id: id, $or: [{ lastEventAt: null }, { lastEventAt: { $lte: since } }] },
          { $set: { lastEventAt: at } },
          { returnDocument: 'before' },
        )
        .lean();
      if (!before?.lastEventAt) return;
      const eventGapMs = usualGap(before.eventGapMs ?? null, at.getTime() - before.lastEventAt.getTime());
      await mongo.of(connectionModel).updateOne({ _id: id, lastEventAt: at }, { $set: { eventGapMs } });
    },
    async noteReconcileFailed(merchantId, id, now) {
      await mongo
        .of(connectionModel)
        .updateOne({ _id: id, merchantId }, { $set: { reconcileFailedAt: now } });
    },
    async noteOpenAsked(merchantId, id, after) {
      await mongo
        .of(connectionModel)
        .updateOne({ _id: id, merchantId }, { $set: { openAskedAfter: after ?? null } });
    },
    async noteApplied(merchantId, id, beganAt) {
      await mongo
        .of(connectionModel)
        .updateOne(
          { _id: id, merchantId, unappliedSince: { $lte: beganAt } },
          { $set: { unappliedSince: null } },
        );
    },
    async noteReconciled(merchantId, id, { until, month, untold }, now) {
      await mongo.of(connectionModel).updateOne(
        { _id: id, merchantId, held: null },
        {
          $max: { reconciledUntil: until },
          $set: {
            reconcileFailedAt: null,
            ...(month && { monthReconciledAt: now }),
            ...(untold && { untoldAt: now }),
          },
        },
      );
    },
  };
}
