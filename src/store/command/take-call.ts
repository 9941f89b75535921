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

/**
 * Takes a call in the transaction that does it: from here on it cannot be withdrawn, and one that was withdrawn is late. Null: it
 * is waited for. What nothing is kept of, and what was begun without an end, is never late.
 */
export async function takeCall(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  { id, validUntil, now }: WaitedCall,
): Promise<Lateness | null> {
  const _id = commandIdOf(merchantId, id);
  const at = now();
  const waitedFor = [{ validUntil: null }, { validUntil: { $gt: new Date(at) } }];
  const { matchedCount } = await mongo
    .of(commandTextsModel)
    .updateOne(
      { _id, merchantId, withdrawn: { $ne: true }, $or: waitedFor },
      { $set: { doneAt: new Date(at) } },
      { session },
    );
  if (matchedCount === 1) return null;
  const kept = await mongo.of(commandTextsModel).findOne({ _id, merchantId }).session(session).lean();
  if (!kept) return validUntil === null || at < validUntil ? null : { validUntil };
  return { validUntil: kept.validUntil?.getTime() ?? at };
}

/** How a call is refused that nobody waits for any more. */
export function lateRefusal({ validUntil }: Lateness): Refusal {
  return new Refusal('request_expired', { validUntil: new Date(validUntil).toISOString() });
}
