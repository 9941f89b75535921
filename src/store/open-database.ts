import { connectMongo } from './mongo';
import type { Mongo } from './mongo';
import { requireOwnKey } from './migration';
import type { DatabaseKeys, GivenKeys } from './migration';

/**
 * Connects to a database whose keys the process has. Whoever has it closes it.
 * @throws WrongEncryptionKeyError where the database was written with another key
 */
export async function openDatabase(
  uri: string,
  given: GivenKeys,
): Promise<{ mongo: Mongo; keys: DatabaseKeys }> {
  const keyless = await connectMongo(uri);
  try {
    const keys = await requireOwnKey(keyless, given);
    return { mongo: keyless.under(keys.digestKey), keys };
  } catch (error) {
    await keyless.connection.close();
    throw error;
  }
}
