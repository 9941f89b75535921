import { databaseSettings } from './config';
import type { Config } from './config';
import { exitInWords } from './environment';
import type { Logger } from './log';
import { DatabaseNotReadyError, openStore, WrongEncryptionKeyError } from './store';
import type { Store } from './store';

/**
 * The store of a process. A database that this version, or this key, cannot work on ends the process in words; what a migration has still to do
 * and can wait is logged.
 * @throws the driver's error while MongoDB is not there
 */
export async function openMigratedStore(
  config: Pick<Config, 'mongodbUri' | 'encryptionKey' | 'previousKey'>,
  log: Logger,
): Promise<Store> {
  try {
    return await openStore(databaseSettings(config), (waiting) =>
      log.warn({ waiting }, 'the database is not up to date: run the migration when it suits'),
    );
  } catch (error) {
    if (error instanceof DatabaseNotReadyError || error instanceof WrongEncryptionKeyError)
      exitInWords(error.message);
    throw error;
  }
}
