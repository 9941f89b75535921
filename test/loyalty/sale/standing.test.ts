import { describe, expect, it } from '@jest/globals';
import { isLive, isOver, standingOf } from '../../../src/loyalty/sale';
import type { SourceStatus, StandingFacts } from '../../../src/loyalty/sale';

const told = (cancelled: boolean): { cancelled: boolean } => ({ cancelled });

function facts(status: SourceStatus, purchase: Partial<StandingFacts['purchase']> = {}): StandingFacts {
  return { source: { status }, purchase: { duplicateOf: null, reviewId: null, tellings: [], ...purchase } };
}

describe('where a sale stands', () => {
  it.each<[SourceStatus, string]>([
    ['open', 'open'],
    ['refused', 'open'],
    ['completed', 'completed'],
    ['cancelled', 'cancelled'],
    ['missing', 'cancelled'],
  ])('is, by a source that says %s, %s', (status, standing) => {
    expect(standingOf(facts(status))).toBe(standing);
  });

  it.each<[string, StandingFacts, string]>([
    ['counts by another source’s sale', facts('completed', { duplicateOf: 's2' }), 'open'],
    ['is cancelled, and counts by another source’s sale', facts('cancelled', { duplicateOf: 's2' }), 'open'],
    ['is under review', facts('completed', { reviewId: 'rev' }), 'open'],
    ['is cancelled while under review', facts('cancelled', { reviewId: 'rev' }), 'cancelled'],
    ['another source tells of too', facts('completed', { tellings: [told(false)] }), 'completed'],
    [
      'one of several other sources has cancelled',
      facts('completed', { tellings: [told(false), told(true)] }),
      'cancelled',
    ],
    [
      'another source has cancelled, while it is under review',
      facts('completed', { reviewId: 'rev', tellings: [told(true)] }),
      'open',
    ],
    [
      'another source has cancelled before it was completed',
      facts('open', { tellings: [told(true)] }),
      'open',
    ],
  ])('of one that %s', (_, sale, standing) => {
    expect(standingOf(sale)).toBe(standing);
  });
});

describe('what is left of a sale', () => {
  const sale = {
    standing: 'completed' as const,
    totalCents: 11_000,
    freightCents: 1_000,
    otherExpensesCents: 0,
  };

  it.each([
    [0, true, false],
    [9_999, true, false],
    // Without the freight, that is all of its goods.
    [10_000, false, true],
    [11_000, false, true],
  ])('after goods worth %i cents came back: live %s, over %s', (returnedCents, live, over) => {
    expect([isLive({ ...sale, returnedCents }), isOver({ ...sale, returnedCents })]).toEqual([live, over]);
  });

  it('is a purchase while nothing came back, though its goods are worth nothing', () => {
    const free = { ...sale, totalCents: 0, freightCents: 0, returnedCents: 0 };
    expect([isLive(free), isOver(free)]).toEqual([true, false]);
  });

  it('is neither live nor over while it is open', () => {
    const open = { ...sale, standing: 'open' as const, returnedCents: 0 };
    expect([isLive(open), isOver(open)]).toEqual([false, false]);
  });
});
