import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from './open-database';
import { NOTICED_WITHIN_MS, replaceKey, resealSecrets } from './migration';
import type { Resealed } from './migration';
import type { StoreSettings } from './open-store';

/** Hears how it goes. */
export interface ReplacementWatch {
  /** The database is opened with the new key from now on. False: it was already. */
  replaced(now: boolean): void;
  resealed(kind: Resealed): void;
}

/**
 * Gives a database another `ENCRYPTION_KEY`: it is opened with the new one from then on, and its secrets are sealed with it. Processes
 * that have both keys go on meanwhile; what they seal until they have noticed is sealed anew too. Begun again, it waits and looks again.
 * @param wish.noticedMs how long running processes are given to notice; for tests
 * @throws KeyReplacementError where the key is not a new one
 * @throws WrongEncryptionKeyError where the database has neither key
 */
export async function replaceEncryptionKey(
  { uri, encryptionKey, previousKey }: Required<StoreSettings>,
  watch: ReplacementWatch,
  { signal, noticedMs = 2 * NOTICED_WITHIN_MS }: { signal?: AbortSignal; noticedMs?: number } = {},
): Promise<void> {
  const given = { encryptionKey, previousKey };
  const { mongo, keys } = await openDatabase(uri, given);
  try {
    await replaceKey(mongo, given, keys);
    keys.sealer.sealWith(encryptionKey);
    watch.replaced(keys.replacing);
    // Also of one who began before and was stopped.
    await delay(noticedMs, undefined, signal && { signal });
    const secrets = { sealer: keys.sealer, current: encryptionKey };
    await resealSecrets(mongo, secrets, (kind) => watch.resealed(kind), signal);
  } finally {
    await mongo.connection.close();
  }
}
