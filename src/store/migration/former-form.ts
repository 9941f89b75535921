import { randomInt } from 'node:crypto';
import type { mongo as driver } from 'mongoose';
import { inTransaction, isDuplicateKey } from '../mongo';
import type { FormerForm, Mongo } from '../mongo';
import { readMigrationState } from './migration-state';

/**
 * What a transaction changes that writes a former form. A snapshot does not show that a last pass has begun since; but whoever goes
 * through all gates after that has met every such transaction, and each that comes later begins anew and sees the pass.
 */
interface Gate {
  _id: number;
  passed: number;
}

/** So many that two transactions seldom meet at one; each is gone through once at a last pass. */
const GATES = 32;

const gates = (mongo: Mongo): driver.Collection<Gate> =>
  mongo.connection.getClient().db().collection<Gate>('migration_gates');

/** Makes the gates, unless they are there. A process does so before it writes anything. */
export async function makeGates(mongo: Mongo): Promise<void> {
  if ((await gates(mongo).countDocuments()) === GATES) return;
  const all = Array.from({ length: GATES }, (_, _id) => ({ _id, passed: 0 }));
  try {
    await gates(mongo).insertMany(all, { ordered: false });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** Waits for every transaction that was told to write a former form: from now on none is told so whose pass has begun. */
export async function goThroughGates(mongo: Mongo): Promise<void> {
  for (const { _id } of await gates(mongo).find().toArray())
    await inTransaction(mongo, (session) => pass(mongo, session, _id));
}

async function pass(mongo: Mongo, session: driver.ClientSession, _id: number): Promise<void> {
  const { matchedCount } = await gates(mongo).updateOne({ _id }, { $inc: { passed: 1 } }, { session });
  if (matchedCount === 0) throw new Error(`migration_gates has no gate ${_id}: start the process again.`);
}

/** The form that the last pass of a migration ends. That it has begun or ended is remembered: it is never taken back. */
export function formerForm(mongo: Mongo, migrationId: string): FormerForm {
  let written = true;
  let found = true;
  return {
    async mayBeFound(session) {
      if (found) found = !(await readMigrationState(mongo, migrationId, session))?.finishedAt;
      return found;
    },
    async isWritten(session) {
      if (written) written = !(await readMigrationState(mongo, migrationId, session))?.last;
      if (written) await pass(mongo, session, randomInt(GATES));
      return written;
    },
  };
}
