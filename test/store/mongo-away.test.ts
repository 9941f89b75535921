import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { isDatabaseAway } from '../../src/store';

const { MongoBulkWriteError, MongoServerError, MongoNetworkError } = mongoose.mongo;

/** A driver's error of this name. */
function named(name: string, more: object = {}): Error {
  class Named extends Error {
    override get name(): string {
      return name;
    }
  }
  return Object.assign(new Named('x'), more);
}

/** What the system says of a socket that has gone. */
const broken = (syscall: string): Error =>
  Object.assign(new Error(`${syscall} EPIPE`), { code: 'EPIPE', errno: -32, syscall });

/** What Node says of writing to a socket whose other side has ended the connection. */
const ended = (): Error =>
  Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' });

/** As the driver packs what happens to a bulk write. */
const inBulk = (error: Error): Error => new MongoBulkWriteError(error, {} as never);

describe('whether an error says that the database is away', () => {
  it.each([
    ['no server', named('MongoServerSelectionError')],
    ['a bulk write without a server', inBulk(named('MongoServerSelectionError'))],
    ['a bulk write whose pool was cleared', inBulk(named('MongoPoolClearedError'))],
    ['a bulk write that lost its connection', inBulk(new MongoNetworkError('closed'))],
    ['a bulk write whose socket broke', inBulk(broken('write'))],
    ['a call whose socket broke as it was written', broken('write')],
    ['a call written to a server that had just ended the connection', ended()],
    ['a bulk write to such a server', inBulk(ended())],
    [
      'a call that mongoose held back',
      named('MongooseError', { message: 'Operation `sales.find()` buffering timed out after 10000ms' }),
    ],
    ['a primary that steps down', new MongoServerError({ message: 'stepped down', code: 189 })],
    ['a server that is not primary', new MongoServerError({ message: 'not primary', code: 10_107 })],
    [
      'a transaction that may be tried again',
      new MongoServerError({ message: 'x', code: 0, errorLabels: ['TransientTransactionError'] }),
    ],
    ['a cursor that went with its server', new MongoServerError({ message: 'gone', code: 43 })],
    [
      'an error that names it as its cause',
      new Error('could not be kept', { cause: named('MongoNetworkTimeoutError') }),
    ],
  ])('%s: yes', (_case, error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it.each([
    ['a key that is taken', new MongoServerError({ message: 'E11000', code: 11_000 })],
    [
      'a bulk write with a key that is taken',
      new MongoBulkWriteError({ message: 'E11000', code: 11_000, writeErrors: [] }, {} as never),
    ],
    ['a defect of ours', new TypeError('x is not a function')],
    ['an error of somebody else with such a code', Object.assign(new Error('x'), { code: 91 })],
    ['a call to somebody else whose socket broke', new TypeError('fetch failed', { cause: broken('write') })],
    ['a call to somebody else who had ended the connection', new TypeError('x', { cause: ended() })],
    ['somebody else who is not there', broken('connect')],
    ['no error', 'MongoNetworkError'],
  ])('%s: no', (_case, error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });
});
