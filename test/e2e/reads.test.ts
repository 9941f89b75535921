import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Schema } from 'mongoose';
import type { Mongo } from '../../src/store/mongo';
import { connectMongo, modelDefinition } from '../../src/store/mongo';
import { testMongoUri } from './engines';
import { noteRoundTrips, watched } from './round-trips';
import type { RoundTrip } from './round-trips';

interface Doc {
  _id: string;
  merchantId: string;
  n: number;
}

const kind = (collection: string) =>
  modelDefinition<Doc>(
    `Read${collection}`,
    new Schema<Doc>({ _id: String, merchantId: String, n: Number }, { collection, versionKey: false }),
  );
const [APPLES, PEARS] = [kind('apples'), kind('pears')];

let mongo: Mongo;
let noted: RoundTrip[];
beforeAll(async () => {
  const uri = watched(testMongoUri());
  mongo = await connectMongo(uri);
  const docs = (name: string, count: number): Doc[] =>
    Array.from({ length: count }, (_, n) => ({ _id: `${name}${n}`, merchantId: 'mer_1', n }));
  await mongo.of(APPLES).insertMany(docs('apple', 300));
  await mongo.of(PEARS).insertMany(docs('pear', 3));
  noted = noteRoundTrips(uri);
});
beforeEach(() => void (noted.length = 0));
afterAll(() => mongo.connection.close());

const OF = { merchantId: 'mer_1' };

describe('reads', () => {
  it('that are begun in one go make one round trip, and are each answered as if made alone', async () => {
    const [all, last, none, some] = await Promise.all([
      mongo.find(APPLES, OF),
      mongo.findOne(PEARS, OF, { sort: { n: -1 } }),
      mongo.findOne(PEARS, { ...OF, n: 99 }),
      mongo.find(APPLES, { ...OF, n: { $lt: 9 } }, { sort: { n: -1 }, limit: 2, fields: { n: 1 } }),
    ]);
    expect(all).toHaveLength(300);
    expect(last).toEqual({ _id: 'pear2', merchantId: 'mer_1', n: 2 });
    expect(none).toBeNull();
    expect(some).toEqual([
      { _id: 'apple8', n: 8 },
      { _id: 'apple7', n: 7 },
    ]);
    expect(noted).toHaveLength(1);
  });

  it('that are made one after the other are made alone, with the same answers', async () => {
    expect(await mongo.find(APPLES, OF, { sort: { n: 1 }, limit: 1 })).toEqual([
      { _id: 'apple0', merchantId: 'mer_1', n: 0 },
    ]);
    expect(await mongo.findOne(PEARS, { ...OF, n: 1 }, { fields: { merchantId: 0 } })).toEqual({
      _id: 'pear1',
      n: 1,
    });
    expect(noted.map(({ command }) => command)).toEqual(['find', 'find']);
  });

  it('may be as many as there are: more than MongoDB takes in one question make several', async () => {
    const looks = Array.from({ length: 1_200 }, (_, n) => mongo.findOne(APPLES, { ...OF, n: n % 300 }));
    const found = await Promise.all(looks);
    expect(found.map((apple) => apple?.n)).toEqual(Array.from({ length: 1_200 }, (_, n) => n % 300));
    expect(noted).toHaveLength(12);
  });

  it('fail all together where one of them cannot be made', async () => {
    const both = [mongo.find(APPLES, OF), mongo.find(PEARS, { n: { $nonsense: 1 } })];
    const ends = await Promise.allSettled(both);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
