import { afterAll, describe, expect, it } from '@jest/globals';
import mongoose, { Schema } from 'mongoose';
import { Mongo, modelDefinition } from '../../../src/store/mongo';

const connection = mongoose.createConnection();
afterAll(() => connection.close());

describe('a kind of document', () => {
  it('keeps a field that a newer version wrote', () => {
    const schema = new Schema<{ _id: string }>({ _id: String }, { collection: 'kinds' });
    const Kind = new Mongo(connection).of(modelDefinition('Kind', schema));
    expect(new Kind({ _id: 'x', ofANewerVersion: 1 }).toObject()).toMatchObject({ ofANewerVersion: 1 });
  });
});
