import { randomBytes } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import { newId } from '../../ids';
import { digest } from '../secret';
import { inTransaction } from '../mongo';
import type { Mongo } from '../mongo';
import { personModel } from './person-model';
import { secondFactorModel } from './second-factor-model';
import { sessionModel } from './session-model';
import type { SessionDoc } from './session-model';

/** So long a session lasts unused, and in all. */
const IDLE_MS = 12 * 60 * 60_000;
const LONGEST_MS = 30 * 24 * 60 * 60_000;
/** Nobody has more browsers in use. */
const MOST = 20;
/** Its last use is written down no more often than this. */
const NOTED_MS = 60_000;

/** A person who has signed in with one browser. */
export interface Session extends Omit<SessionDoc, '_id'> {
  /** When it ends however much it is used. */
  endsAt: Date;
}

/** What somebody was compared with, as it was stored then. */
export interface Proof {
  personId: string;
  /** The password as it is kept. */
  password: string | null;
  /** Whether they brought a code of their second factor. */
  secondFactor: boolean;
}

/** Who is signed in, with which browsers. Tokens are kept only as digests. */
export interface Sessions {
  /**
   * Begins one; its token is told only now. The person has twenty at most: beyond that, the longest unused ends.
   * @returns null where what was proved is not what is stored any more
   */
  begin(
    proof: Proof,
    userAgent: string | null,
    now: Date,
  ): Promise<{ token: string; session: Session } | null>;
  /** The session of a token, which is used by that; null: there is none, or it has ended. */
  use(token: string, now: Date): Promise<Session | null>;
  /** A person's, the latest used first. */
  ofPerson(personId: string, now: Date): Promise<Session[]>;
  /** False: the person has no such session. */
  end(personId: string, id: string): Promise<boolean>;
  endAll(personId: string): Promise<void>;
}

/** The sessions of one database. */
export function createSessions(mongo: Mongo): Sessions {
  /** Whether what was compared is stored still; whoever sets another password at that moment comes before or after. */
  async function holds(
    { personId, password, secondFactor }: Proof,
    session: ClientSession,
  ): Promise<boolean> {
    const { matchedCount } = await mongo
      .of(personModel)
      .updateOne({ _id: personId, password }, { $inc: { signIns: 1 } }, { session });
    if (matchedCount === 0 || secondFactor) return matchedCount === 1;
    const turnedOn = { _id: personId, confirmedAt: { $ne: null } };
    return (await mongo.of(secondFactorModel).exists(turnedOn).session(session)) === null;
  }

  /** Leaves room for one more. */
  async function makeRoom(personId: string, session: ClientSession): Promise<void> {
    const all = await mongo.of(sessionModel).find({ personId }).session(session).lean();
    const latest = all.sort((a, b) => b.usedAt.getTime() - a.usedAt.getTime());
    const over = latest.slice(MOST - 1).map(({ _id }) => _id);
    if (over.length > 0) await mongo.of(sessionModel).deleteMany({ _id: { $in: over } }, { session });
  }

  return {
    begin(proof, userAgent, now) {
      const { personId } = proof;
      const token = randomBytes(32).toString('base64url');
      const doc: SessionDoc = {
        ...{ _id: digest(token), id: newId('ses'), personId, userAgent },
        ...{ createdAt: now, usedAt: now, expiresAt: expiry(now, now) },
      };
      return inTransaction(mongo, async (session) => {
        if (!(await holds(proof, session))) return null;
        await makeRoom(personId, session);
        await mongo.of(sessionModel).insertMany([doc], { lean: true, session });
        return { token, session: asSession(doc) };
      });
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

    async endAll(personId) {
      await mongo.of(sessionModel).deleteMany({ personId });
    },
  };
}

function expiry(createdAt: Date, usedAt: Date): Date {
  return new Date(Math.min(usedAt.getTime() + IDLE_MS, createdAt.getTime() + LONGEST_MS));
}

function asSession({ _id, ...doc }: SessionDoc): Session {
  return { ...doc, endsAt: new Date(doc.createdAt.getTime() + LONGEST_MS) };
}
