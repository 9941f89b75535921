import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { mongo as driver } from 'mongoose';
import { isDuplicateKey, serverTime } from '../mongo';
import type { Mongo } from '../mongo';

/** Another `npm run migrate` is at work on this database. */
export class MigrationRunningError extends Error {
  override readonly name = 'MigrationRunningError';
}

/** The one who migrates, and until when, by the database's clock. */
interface LeaseDoc {
  _id: 'migrate';
  holder: string;
  until: Date;
}

const LEASE_MS = 60_000;
const RENEW_MS = 15_000;

const leases = (mongo: Mongo): driver.Collection<LeaseDoc> =>
  mongo.connection.getClient().db().collection<LeaseDoc>('migration_leases');

/**
 * Does `work` as the only one. `alone` throws once that is no longer so: to be asked before each step that writes.
 * @throws MigrationRunningError while another one is at work, or if this one was thought dead and another has taken over
 */
export async function asOnlyRunner<T>(mongo: Mongo, work: (alone: () => void) => Promise<T>): Promise<T> {
  const holder = `${hostname()}/${process.pid}/${randomUUID()}`;
  await take(mongo, holder);
  let lost: Error | null = null;
  const renewal = setInterval(() => {
    renew(mongo, holder).catch(
      (error: unknown) => (lost = error instanceof Error ? error : new Error(String(error))),
    );
  }, RENEW_MS);
  try {
    return await work(() => {
      if (lost) throw lost;
    });
  } finally {
    clearInterval(renewal);
    await leases(mongo).deleteOne({ _id: 'migrate', holder });
  }
}

async function take(mongo: Mongo, holder: string): Promise<void> {
  // Runners on several machines have to mean the same minute.
  const now = await serverTime(mongo);
  const until = new Date(now + LEASE_MS);
  try {
    await leases(mongo).updateOne(
      { _id: 'migrate', until: { $lte: new Date(now) } },
      { $set: { holder, until } },
      { upsert: true },
    );
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const other = await leases(mongo).findOne({ _id: 'migrate' });
    throw new MigrationRunningError(
      `Another migration of this database is at work (${other?.holder ?? 'it has just ended'}). Wait until it has ended; ` +
        `if it was killed, start again after ${LEASE_MS / 1000} seconds: it goes on from where it stood.`,
    );
  }
}

async function renew(mongo: Mongo, holder: string): Promise<void> {
  const until = new Date((await serverTime(mongo)) + LEASE_MS);
  const { matchedCount } = await leases(mongo).updateOne({ _id: 'migrate', holder }, { $set: { until } });
  if (matchedCount === 0)
    throw new MigrationRunningError(
      'Another migration has taken over, because this one was silent for too long. It ends here.',
    );
}
