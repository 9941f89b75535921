import { describe, expect, it } from '@jest/globals';
import { countedAt } from '../../../src/activities/follow-up/read-customer';
import { aSale, DAY, SOLD_AT } from '../../loyalty/sale/sales';

const another = (soldAt: number) => ({ ...aSale({ content: { soldAt } }), id: 'sal_2' });

describe('when a first purchase counts, so that its customer is welcomed', () => {
  it('is when it was completed, or claimed', () => {
    const first = aSale({ source: { completedAt: SOLD_AT + 2 * DAY } });
    expect(countedAt({ first, last: first })).toBe(SOLD_AT + 2 * DAY);
    const claimed = aSale({ owner: { claimedAt: SOLD_AT + 6 * DAY } });
    expect(countedAt({ first: claimed, last: claimed })).toBe(SOLD_AT + 6 * DAY);
    expect(countedAt({ first, last: another(SOLD_AT + 5 * DAY) })).toBe(SOLD_AT + 2 * DAY);
  });

  it.each([
    ['is silent', aSale({ notices: { silent: true } })],
    ['is held as history', aSale({ source: { lateness: 'held' } })],
    ['was completed long after it was sold', aSale({ source: { completedAt: SOLD_AT + 8 * DAY } })],
    ['was claimed long after it was sold', aSale({ owner: { claimedAt: SOLD_AT + 60 * DAY } })],
  ])('is never where it %s', (_, first) => {
    expect(countedAt({ first, last: first })).toBeNull();
  });

  it('is never where several were made some days before', () => {
    const first = aSale({ source: { completedAt: SOLD_AT + 6 * DAY } });
    expect(countedAt({ first, last: another(SOLD_AT + DAY) })).toBeNull();
    expect(countedAt({ first: null, last: another(SOLD_AT) })).toBeNull();
  });
});
