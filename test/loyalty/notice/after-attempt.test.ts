import { describe, expect, it } from '@jest/globals';
import { afterAttempt } from '../../../src/loyalty/notice';
import { MINUTE, SOLD_AT } from '../sale/sales';

const NOTICES = {
  given: ['earned/1/0/500-0-0-0'],
  postponed: [
    { key: 'repurchase', at: SOLD_AT },
    { key: 'returned/2/0/100-0-0-0', at: SOLD_AT },
  ],
};
const [REPURCHASE, RETURNED] = NOTICES.postponed;

describe('what is remembered of a notice', () => {
  it('once all its channels are done: that it was given, and nothing of its postponement', () => {
    expect(afterAttempt(NOTICES, 'repurchase', [], false)).toEqual({
      given: ['earned/1/0/500-0-0-0', 'repurchase'],
      postponed: [RETURNED],
    });
  });

  it('once only, however often it is written down', () => {
    expect(afterAttempt(NOTICES, 'earned/1/0/500-0-0-0', [], false)).toEqual({
      given: NOTICES.given,
      postponed: NOTICES.postponed,
    });
  });

  it('while channels are to be tried again: the soonest of their times', () => {
    const later = SOLD_AT + MINUTE;
    expect(afterAttempt(NOTICES, RETURNED!.key, [later + MINUTE, later], false)).toEqual({
      postponed: [REPURCHASE, { key: RETURNED!.key, at: later }],
    });
  });

  it('with a mark where nobody can have heard of it so far', () => {
    expect(afterAttempt(NOTICES, RETURNED!.key, [SOLD_AT], true)).toEqual({
      postponed: [REPURCHASE, { key: RETURNED!.key, at: SOLD_AT, untold: true }],
    });
  });

  it('is kept beside what is remembered of others', () => {
    const expired = 'expired/2027-02-02T03:00:00.000Z';
    expect(afterAttempt(NOTICES, expired, [SOLD_AT], false)).toEqual({
      postponed: [...NOTICES.postponed, { key: expired, at: SOLD_AT }],
    });
  });
});
