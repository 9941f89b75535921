import type { createCallPlaces } from '../../src/store/connection';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { testMongoUri } from './engines';

/** Two processes' connections to one database, as the store makes them. */
export interface TwoProcesses {
  both: [Mongo, Mongo];
  /** Nothing of these collections is left. */
  empty(...collections: string[]): Promise<void>;
  close(): Promise<void>;
}

export async function twoProcesses(): Promise<TwoProcesses> {
  const uri = testMongoUri();
  const both: [Mongo, Mongo] = [await connectMongo(uri), await connectMongo(uri)];
  return {
    both,
    async empty(...collections) {
      for (const name of collections) await both[0].connection.collection(name).deleteMany({});
    },
    async close() {
      await Promise.all(both.map((mongo) => mongo.connection.close()));
    },
  };
}

/** Hears of no company's silence. */
export const UNWATCHED: Parameters<typeof createCallPlaces>[2] = {
  began: () => Promise.resolve(),
  ended: () => Promise.resolve(),
};
