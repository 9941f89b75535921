import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import mongoose from 'mongoose';
import request from 'supertest';
import { createErrorHandler } from '../../../src/api/http/error-handler';
import { createLogger } from '../../../src/log';

/** As the server says it where a unique index refuses a document. */
const REFUSAL = new mongoose.mongo.MongoServerError({
  message:
    'E11000 duplicate key error collection: retorno.voucher_codes dup key: { _id: "mer_1|K7QM-3XRT-9WHP" }',
  code: 11_000,
  keyPattern: { _id: 1 },
});

const sale = mongoose.model('LoggedSale', new mongoose.Schema({ cents: { type: Number, required: true } }));

async function loggedOf(cause: Error): Promise<{ logged: string; answered: string }> {
  const lines = new PassThrough();
  const app = express();
  app.get('/', () => {
    throw new Error('The voucher was not kept.', { cause });
  });
  app.use(createErrorHandler(createLogger('info', lines)));
  const answer = await request(app).get('/').expect(500);
  return { logged: String(lines.read()), answered: answer.text };
}

describe('the log of a failed request', () => {
  it('tells which key was taken, not its value', async () => {
    const { logged, answered } = await loggedOf(REFUSAL);
    expect(logged).toContain('The voucher was not kept.');
    expect(logged).toContain('11000, on _id');
    expect(logged + answered).not.toContain('K7QM');
  });

  it('tells which field did not fit, not what was in it', async () => {
    const cause = await sale.create({ cents: 'K7QM-3XRT-9WHP' } as object).catch((error: Error) => error);
    const { logged, answered } = await loggedOf(cause as Error);
    expect(logged).toContain('ValidationError, on cents');
    expect(logged + answered).not.toContain('K7QM');
  });
});
