import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { loadConfig } from '../../src/config';
import { testMongoUri } from './engines';
import { keptDatabase } from './kept-database';
import { migrateQuietly } from './migrated-store';
import { inWords, namesMerchant, profiledCalls, stagesOf } from './profiled';
import type { ProfiledCall } from './profiled';
import { REGISTRIES } from './registries';

let database: Connection;
let calls: ProfiledCall[];
beforeAll(async () => {
  const uri = testMongoUri();
  const { encryptionKey } = loadConfig({});
  database = await keptDatabase(uri);
  await database
    .createCollection('system.profile', { capped: true, size: 64 * 2 ** 20 })
    .catch(() => undefined);
  await database.db!.command({ profile: 2 });
  await migrateQuietly({ uri, encryptionKey }, { finish: false });
  await migrateQuietly({ uri, encryptionKey }, { finish: true });
  await database.db!.command({ profile: 0 });
  calls = await profiledCalls(database);
});
afterAll(() => database.close());

/** A look through a whole collection in the order of its ids, or at the first few that come. */
function looksThrough({ by, filter, sort }: ProfiledCall): boolean {
  const all = Object.keys(filter).every((field) => field === '_id');
  return by === 'find' && all && ['{}', '{"_id":1}'].includes(JSON.stringify(sort));
}

describe('a migration of everything there is', () => {
  it('goes along an index and sorts nothing in memory', async () => {
    const found: string[] = [];
    for (const call of calls.filter((one) => !looksThrough(one))) {
      const stages = await stagesOf(database, call);
      if (stages.includes('COLLSCAN') || stages.includes('SORT')) found.push(inWords(call, stages));
    }
    expect(found).toEqual([]);
  });

  it('changes what is of one merchant, however the collections are spread', () => {
    const changes = calls.filter(
      ({ by, collection }) =>
        ['update', 'delete', 'findAndModify'].includes(by) && !REGISTRIES.includes(collection),
    );
    const changed = new Set(changes.map(({ collection }) => collection));
    expect([...changed]).toEqual(expect.arrayContaining(['sales', 'redemptions', 'voucher_codes']));
    expect(changes.filter(({ filter }) => !namesMerchant(filter)).map((call) => inWords(call))).toEqual([]);
  });
});
