import { randomBytes } from 'node:crypto';
import { newId } from '../../ids';
import { digest } from '../secret';
import type { Mongo } from '../mongo';
import { sessionModel } from './session-model';
import type { SessionDoc } from './session-model';

/** So long a session lasts unused, and in all. */
const IDLE_MS = 12 * 60 * 60_000;
const LONGEST_MS = 30 * 24 * 60 * 60_000;
/** Its last use is written down no more often than this. */
const NOTED_MS = 60_000;

/** A person who has signed in with one browser. */
export interface Session extends Omit<SessionDoc, '_id'> {
  /** When it ends however much it is used. */
  endsAt: Date;
}

/** Who is signed in, with which browsers. Tokens are kept only as digests. */
export interface Sessions {
  /** Begins one; its token is told only now. */
  begin(personId: string, userAgent: string | null, now: Date): Promise<{ token: string; session: Session }>;
  /** The session of a token, which is used by that; null: there is none, or it has ended. */
  use(token: string, now: Date): Promise<Session | null>;
  /** A person's, the latest used first. */
  ofPerson(personId: string, now: Date): Promise<Session[]>;
  /** False: the person has no such session. */
  end(personId: string, id: string): Promise<boolean>;
  /** @param but one that goes on */
  endAll(personId: string, but?: string): Promise<void>;
}

/** The sessions of one database. */
export function createSessions(mongo: Mongo): Sessions {
  return {
    async begin(personId, userAgent, now) {
      const token = randomBytes(32).toString('base64url');
      const doc: SessionDoc = {
        ...{ _id: digest(token), id: newId('ses'), personId, userAgent },
        ...{ createdAt: now, usedAt: now, expiresAt: expiry(now, now) },
      };
      await mongo.of(sessionModel).insertMany([doc], { lean: true });
      return { token, session: asSession(doc) };
    },

    async use(token, now) {
      const _id = digest(token);
      const doc = await mongo.findOne(sessionModel, { _id });
      if (!doc || doc.expiresAt <= now) return null;
      if (now.getTime() - doc.usedAt.getTime() < NOTED_MS) return asSession(doc);
      const used = { usedAt: now, expiresAt: expiry(doc.createdAt, now) };
      // Ended meanwhile, it is not there any more, and is not made again.
      const { matchedCount } = await mongo.of(sessionModel).updateOne({ _id }, { $set: used });
      return matchedCount === 0 ? null : asSession({ ...doc, ...used });
    },

    async ofPerson(personId, now) {
      const docs = await mongo.find(sessionModel, { personId, expiresAt: { $gt: now } });
      return docs.map(asSession).sort((a, b) => b.usedAt.getTime() - a.usedAt.getTime());
    },

    async end(personId, id) {
      const { deletedCount } = await mongo.of(sessionModel).deleteOne({ personId, id });
      return deletedCount === 1;
    },

    async endAll(personId, but) {
      const others = but === undefined ? {} : { id: { $ne: but } };
      await mongo.of(sessionModel).deleteMany({ personId, ...others });
    },
  };
}

function expiry(createdAt: Date, usedAt: Date): Date {
  return new Date(Math.min(usedAt.getTime() + IDLE_MS, createdAt.getTime() + LONGEST_MS));
}

function asSession({ _id, ...doc }: SessionDoc): Session {
  return { ...doc, endsAt: new Date(doc.createdAt.getTime() + LONGEST_MS) };
}
