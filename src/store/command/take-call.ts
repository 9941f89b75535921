import type { ClientSession } from 'mongoose';
import { Refusal } from '../../loyalty';
import type { Instant } from '../../loyalty';
import type { Mongo } from '../mongo';
import { commandIdOf, commandTextsModel } from './command-text-model';

/** The call of staff that a change is made for. */
export interface WaitedCall {
  id: string;
  /** Until when its caller waited when it was made; null: nothing was said of that. What is kept of the call is newer. */
  validUntil: Instant | null;
  /** MongoDB's time. */
  now: () => Instant;
}

/** Nobody waits for the call any more: what was not done by then is not done. */
export interface Lateness {
  validUntil: Instant;
}

/** What is known of a call as it is taken. */
export interface TakenCall {
  /** Null: it is waited for. */
  late: Lateness | null;
  /** It has been done before, and what it made or moved is there; false also where nothing is kept of it any more. */
  done: boolean;
}

/** A change that is made for no call. */
export const NO_CALL: TakenCall = { late: null, done: false };

/**
 * Takes a call in the transaction that does it: from here on it cannot be withdrawn, and one that was withdrawn is late. What nothing
 * is kept of, and what was begun without an end, is never late.
 */
export async function takeCall(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  { id, validUntil, now }: WaitedCall,
): Promise<TakenCall> {
  const _id = commandIdOf(merchantId, id);
  const at = now();
  const waitedFor = [{ validUntil: null }, { validUntil: { $gt: new Date(at) } }];
  const before = await mongo
    .of(commandTextsModel)
    .findOneAndUpdate(
      { _id, merchantId, withdrawn: { $ne: true }, $or: waitedFor },
      { $set: { doneAt: new Date(at) } },
      { session, returnDocument: 'before' },
    )
    .select({ doneAt: 1 })
    .lean();
  if (before) return { late: null, done: (before.doneAt ?? null) !== null };
  const kept = await mongo.of(commandTextsModel).findOne({ _id, merchantId }).session(session).lean();
  if (kept) return { late: { validUntil: kept.validUntil?.getTime() ?? at }, done: false };
  return validUntil === null || at < validUntil ? NO_CALL : { late: { validUntil }, done: false };
}

/** How a call is refused that nobody waits for any more. */
export function lateRefusal({ validUntil }: Lateness): Refusal {
  return new Refusal('request_expired', { validUntil: new Date(validUntil).toISOString() });
}
