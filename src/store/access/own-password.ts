import { inTransaction } from '../mongo';
import type { Mongo } from '../mongo';
import { closeResets } from './links';
import { personModel } from './person-model';
import { sessionModel } from './session-model';

/** Somebody who changes their password: from what it was compared with, to another, both as they are kept. */
export interface PasswordChange {
  from: string | null;
  to: string;
  /** The session in which it is done, which goes on. */
  sessionId: string;
}

/**
 * Sets a person's password, ends their other sessions and closes open links to another one, together or not at all.
 * @returns false where it has become another meanwhile
 */
export async function changeOwnPassword(
  mongo: Mongo,
  personId: string,
  { from, to, sessionId }: PasswordChange,
  now: Date,
): Promise<boolean> {
  return inTransaction(mongo, async (session) => {
    const { matchedCount } = await mongo
      .of(personModel)
      .updateOne({ _id: personId, password: from }, { $set: { password: to } }, { session });
    if (matchedCount === 0) return false;
    await closeResets(mongo, personId, now, session);
    await mongo.of(sessionModel).deleteMany({ personId, id: { $ne: sessionId } }, { session });
    return true;
  });
}
