import { digest } from '../secret';
import type { AuditActor } from '../audit';
import type { Mongo } from '../mongo';
import { authorizationModel } from './connection-model';

/** What became of an authorisation when its callback arrived. */
export type CallbackClaim =
  | { kind: 'first'; merchantId: string }
  | {
      kind: 'repeat';
      merchantId: string;
      connectionId: string | null;
      failure: string | null;
      /** When the first one came; null: a version before did not say. */
      claimedAt: Date | null;
    }
  | { kind: 'unknown_state' };

/** OAuth authorisations under way: a state is issued once, and its code is exchanged at most once. */
export interface Authorizations {
  begin(merchantId: string, state: string, by: AuditActor, now: Date): Promise<void>;
  /** For whom it was begun, and by whom; null: there is no such authorisation. `by` null: a version before did not say. */
  begun(state: string): Promise<{ merchantId: string; by: AuditActor | null } | null>;
  /** The first caller for a state may exchange its code; whoever comes later learns the outcome so far. */
  claim(state: string, code: string, now: Date): Promise<CallbackClaim>;
  finish(state: string, outcome: { connectionId: string } | { failure: string }): Promise<void>;
}

/** The authorisations of one database. States and codes are kept only as digests. */
export function createAuthorizations(mongo: Mongo): Authorizations {
  return {
    async begin(merchantId, state, by, now) {
      await mongo.of(authorizationModel).create([
        {
          _id: digest(state),
          merchantId,
          begunBy: by,
          codeHash: null,
          connectionId: null,
          failure: null,
          createdAt: now,
        },
      ]);
    },
    async begun(state) {
      const doc = await mongo.of(authorizationModel).findById(digest(state)).lean();
      return doc && { merchantId: doc.merchantId, by: doc.begunBy ?? null };
    },
    async claim(state, code, now) {
      const id = digest(state);
      const { matchedCount } = await mongo
        .of(authorizationModel)
        .updateOne({ _id: id, codeHash: null }, { $set: { codeHash: digest(code), claimedAt: now } });
      const doc = await mongo.of(authorizationModel).findById(id).lean();
      if (!doc) return { kind: 'unknown_state' };
      const { merchantId, connectionId, failure, claimedAt = null } = doc;
      return matchedCount === 1
        ? { kind: 'first', merchantId }
        : { kind: 'repeat', merchantId, connectionId, failure, claimedAt };
    },
    async finish(state, outcome) {
      await mongo.of(authorizationModel).updateOne({ _id: digest(state) }, { $set: outcome });
    },
  };
}
