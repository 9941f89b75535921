import type { ClientSession } from 'mongoose';
import type { Mongo } from '../mongo';
import { merchantModel } from './merchant-model';
import { membershipModel } from './person-model';

/** Who changes something of a merchant's people or keys, and when. */
export interface Deed {
  /** The person; null: the installation. */
  by: string | null;
  now: Date;
}

/** Whoever would change people or keys is no owner of the merchant, or not any more. Nothing was written. */
export class NotAnOwnerError extends Error {
  override readonly name = 'NotAnOwnerError';
}

/**
 * Comes first in every transaction that writes people, invitations or keys of a merchant. All of them meet at their merchant, so that
 * each sees what those before it have done, and whoever acts is an owner then.
 * @throws NotAnOwnerError
 */
export async function meetAsOwner(
  mongo: Mongo,
  merchantId: string,
  by: string | null,
  session: ClientSession,
): Promise<void> {
  await mongo.of(merchantModel).updateOne({ _id: merchantId }, { $inc: { peopleVersion: 1 } }, { session });
  if (by === null) return;
  const owns = { merchantId, personId: by, role: 'owner' as const };
  if (!(await mongo.of(membershipModel).exists(owns).session(session))) throw new NotAnOwnerError();
}
