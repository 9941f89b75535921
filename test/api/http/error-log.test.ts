import { PassThrough } from 'node:stream';
import { expect, it } from '@jest/globals';
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

it('the log of a failed request tells which key was taken, not its value', async () => {
  const lines = new PassThrough();
  const app = express();
  app.get('/', () => {
    throw new Error('The voucher was not kept.', { cause: REFUSAL });
  });
  app.use(createErrorHandler(createLogger('info', lines)));
  const answer = await request(app).get('/').expect(500);
  const logged = String(lines.read());
  expect(logged).toContain('The voucher was not kept.');
  expect(logged).toContain('11000, on _id');
  expect(logged + answer.text).not.toContain('K7QM');
});
