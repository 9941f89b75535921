import { describe, expect, it } from '@jest/globals';
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import mongoose from 'mongoose';
import { FailureInterceptor, isDefect, MissingRecordError, toFailure } from '../../../src/activities/runtime';
import { BlingApiError } from '../../../src/bling';
import { LedgerError, Refusal } from '../../../src/loyalty';
import { EngineUnavailableError } from '../../../src/runs';
import { ConcurrentChangeError, ForgedProgramError } from '../../../src/store';
import { refusal } from '../../../src/workflows/refusals';

/** A refusal of the server that quotes somebody's phone. */
function ofServer(refusal: { code: number; codeName: string; errorLabels?: string[] }): Error {
  const message = `Cannot create field 'x' in element {phone: "11987654321"}`;
  return new mongoose.mongo.MongoServerError({ message, ...refusal });
}

/** What a schema says of a document of which a field does not fit. */
function invalid(path: string, value: string): Error {
  const error = new mongoose.Error.ValidationError();
  const message = `${path} is ${value}`;
  error.addError(path, new mongoose.Error.ValidatorError({ path, value, message }));
  return error;
}

describe('what an error of a step is to Temporal', () => {
  it('is an expected failure that is final, with the code and the facts, where a rule refuses', () => {
    expect(toFailure(new Refusal('insufficient_balance', { requiredCents: 5 }))).toMatchObject({
      type: 'insufficient_balance',
      message: 'Refused: insufficient_balance',
      nonRetryable: true,
      details: [{ requiredCents: 5 }],
      category: ApplicationFailureCategory.BENIGN,
    });
  });

  it('is the same failure whether a step or a workflow refuses', () => {
    const { type, message, nonRetryable, details, category } = refusal('invalid_request');
    expect(toFailure(new Refusal('invalid_request'))).toMatchObject({
      ...{ type, message, nonRetryable, details, category },
    });
  });

  it('is final and loud where the ledger is defect', () => {
    const failure = toFailure(new LedgerError('defect'));
    expect(failure).toMatchObject({ type: 'LedgerError', nonRetryable: true });
    expect(failure).not.toMatchObject({ category: ApplicationFailureCategory.BENIGN });
  });

  it('is expected where Bling does not answer and the caller has his turn once it may be asked', () => {
    const error = new BlingApiError('timeout', 'read order');
    expect(toFailure(error)).not.toMatchObject({ category: ApplicationFailureCategory.BENIGN });
    error.putOff(300_000);
    expect(toFailure(error)).toMatchObject({
      ...{ type: 'Bling.timeout', nextRetryDelay: 300_000, category: ApplicationFailureCategory.BENIGN },
      details: [{ retryAfterMs: 300_000 }],
    });
  });

  it('is left to its run where an answer is long in coming: there it can be woken', () => {
    const error = new BlingApiError('unavailable', 'start a call yet', {
      retryAfterMs: 1_800_000,
      asked: false,
    });
    expect(toFailure(error)).toMatchObject({
      ...{ type: 'Bling.unavailable', nextRetryDelay: '1 day', details: [{ retryAfterMs: 1_800_000 }] },
    });
    const turn = new BlingApiError('rate_limited', 'start a call yet', {
      retryAfterMs: 1_800_000,
      asked: false,
    });
    expect(toFailure(turn)).toMatchObject({ nextRetryDelay: 1_800_000 });
  });

  it.each([new ConcurrentChangeError('met another'), new EngineUnavailableError()])(
    'is tried again where it passes: %p',
    (error) => {
      const failure = toFailure(error) as ApplicationFailure;
      expect(failure).toBeInstanceOf(ApplicationFailure);
      expect([failure.type, failure.nonRetryable]).toEqual([error.name, false]);
    },
  );

  it.each([new TypeError('secret'), new RangeError('secret'), new SyntaxError('secret')])(
    'is final and loud where the program is defect, and quotes nothing of what it was given: %p',
    (bug) => {
      const failure = toFailure(bug) as ApplicationFailure;
      expect([failure.type, failure.nonRetryable, isDefect(bug)]).toEqual(['Defect', true, true]);
      expect(failure.message).not.toContain('secret');
    },
  );

  it('tells a refusal’s facts, but no name that somebody typed', () => {
    const facts = { stores: 'Centro', piecesLeft: 1, sku: 'CAMISA' };
    expect(toFailure(new Refusal('invalid_request', facts))).toMatchObject({ details: [{ piecesLeft: 1 }] });
    const byPlace = new Refusal('invalid_request', { sku: '#2' });
    expect(toFailure(byPlace)).toMatchObject({ details: [{ sku: '#2' }] });
  });

  it('is final where the program is not as it was published', () => {
    const failure = toFailure(new ForgedProgramError('mer_1', 3));
    expect(failure).toMatchObject({
      ...{ type: 'ForgedProgramError', nonRetryable: true, details: [{ version: 3 }] },
    });
    const until = '2026-11-27T13:45:20.000Z';
    expect(toFailure(new ForgedProgramError('mer_1', 3), 1, until)).toMatchObject({
      details: [{ version: 3, validUntil: until }],
    });
    expect(failure).not.toMatchObject({ category: ApplicationFailureCategory.BENIGN });
  });

  it('is final where what the run is about is not stored', () => {
    expect(toFailure(new MissingRecordError('no such sale'))).toMatchObject({
      type: 'MissingRecordError',
      nonRetryable: true,
    });
  });

  it('says which attempt it was, and how long the source asks to wait', () => {
    const quota = new BlingApiError('day_quota', 'read order', { retryAfterMs: 3_600_000 });
    expect(toFailure(quota, 4)).toMatchObject({
      type: 'Bling.day_quota',
      nonRetryable: false,
      details: [{ attempt: 4, retryAfterMs: 3_600_000 }],
    });
  });

  it('is left as it is where nothing is known of it', () => {
    const unknown = new Error('the database is away');
    expect(toFailure(unknown)).toBe(unknown);
  });

  it('is final where a key is taken, whose value is not told', () => {
    const taken = new mongoose.mongo.MongoServerError({
      message: 'E11000 duplicate key error collection: retorno.lots dup key: { code: "K7QM-3XRT-9WHP" }',
      code: 11_000,
    });
    const failure = toFailure(taken) as ApplicationFailure;
    expect(failure).toMatchObject({ type: 'DuplicateKey', nonRetryable: true });
    expect(failure.message + failure.stack).not.toContain('K7QM');
  });

  it('is told to people where a key is taken, as nothing else would say so', async () => {
    const taken = new mongoose.mongo.MongoServerError({ message: 'E11000', code: 11_000 });
    const told: unknown[] = [];
    const failures = new FailureInterceptor((error, args) => Promise.resolve(void told.push(error, ...args)));
    const step = (): Promise<unknown> => Promise.reject(taken);
    const asked = { args: [{ merchantId: 'mer_1' }], headers: {} };
    const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
    await expect(environment.run(() => failures.execute(asked, step))).rejects.toMatchObject({
      type: 'DuplicateKey',
    });
    expect(told).toEqual([taken, { merchantId: 'mer_1' }]);
  });

  it('tells no values that MongoDB or the schema quote, however deep, and is tried again where it may pass', () => {
    const unfit = ofServer({ code: 20, codeName: 'IllegalOperation' });
    for (const error of [unfit, new Error('not kept', { cause: unfit })]) {
      const failure = toFailure(error) as ApplicationFailure;
      expect(failure).toMatchObject({ type: error.name, nonRetryable: false });
      expect(failure.cause).toBeUndefined();
      expect(failure.message + failure.stack).not.toContain('11987654321');
    }
    expect(toFailure(unfit)).toMatchObject({ message: 'MongoDB refused it: IllegalOperation 20' });
  });

  it.each<[Error, string]>([
    [new mongoose.Error.CastError('Number', '11987654321', 'cents'), 'CastError, on cents'],
    [invalid('cents', '11987654321'), 'ValidationError, on cents'],
    [new mongoose.Error.StrictModeError('phone'), 'StrictModeError, on phone'],
    [ofServer({ code: 28, codeName: 'PathNotViable' }), 'PathNotViable 28'],
    [ofServer({ code: 10_334, codeName: 'BSONObjectTooLarge' }), 'BSONObjectTooLarge 10334'],
    [new mongoose.mongo.MongoInvalidArgumentError('11987654321'), 'MongoInvalidArgumentError'],
    [new mongoose.mongo.BSON.BSONError('11987654321'), 'BSONError'],
  ])(
    'is final and loud where what is written can never be taken, and says which field: %p',
    (error, said) => {
      const failure = toFailure(error) as ApplicationFailure;
      expect([failure.type, failure.nonRetryable, isDefect(error)]).toEqual(['Defect', true, true]);
      expect(failure.message).toContain(said);
      expect(failure.message + failure.stack).not.toContain('11987654321');
    },
  );

  it.each<Error>([
    new mongoose.Error.VersionError({ _doc: { _id: 'sal_1' } } as never, 1, ['cents']),
    ofServer({ code: 112, codeName: 'WriteConflict' }),
    ofServer({ code: 28, codeName: 'PathNotViable', errorLabels: ['TransientTransactionError'] }),
  ])('is tried again where two writers met, or a transaction is to be: %p', (error) => {
    expect(isDefect(error)).toBe(false);
    expect((toFailure(error) as ApplicationFailure).nonRetryable).toBe(false);
  });
});
