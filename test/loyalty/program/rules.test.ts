import { describe, expect, it } from '@jest/globals';
import { FIVE_PERCENT, pathsIn, programInput, published, withRule } from './programs';

const POINTS = { type: 'points', points: 1, perCents: 100 };
const VOUCHER = { type: 'voucher', template: 'volta' };
const CENTS = ['bonusCents', 'capPerSaleCents', 'capPerCustomerPerMonthCents', 'budgetCents'];
const IN_POINTS = ['bonusPoints', 'capPerSalePoints', 'capPerCustomerPerMonthPoints', 'budgetPoints'];

/** A rule of each type, in a program that has the voucher's template. */
function ruleOf(grant: object, extras: object = {}): unknown {
  const vouchers = { volta: { discount: { type: 'amount' as const, cents: 2000 } } };
  return { ...(withRule({ grant, ...extras }) as object), vouchers };
}

describe('the extras of a rule (R13)', () => {
  it.each(CENTS)('%s belongs to cashback', (field) => {
    const path = `earning.rules[0].${field}`;
    expect(pathsIn(withRule({ [field]: 100 }))).toEqual([]);
    expect(pathsIn(ruleOf(POINTS, { [field]: 100 }))).toEqual([path]);
    expect(pathsIn(ruleOf(VOUCHER, { [field]: 100 }))).toEqual([path]);
  });

  it.each(IN_POINTS)('%s belongs to points', (field) => {
    const path = `earning.rules[0].${field}`;
    expect(pathsIn(withRule({ [field]: 100 }))).toEqual([path]);
    expect(pathsIn(ruleOf(POINTS, { [field]: 100 }))).toEqual([]);
    expect(pathsIn(ruleOf(VOUCHER, { [field]: 100 }))).toEqual([path]);
  });

  it('a multiplier belongs to amounts, not to vouchers', () => {
    expect(pathsIn(withRule({ multiplierMilli: 2000 }))).toEqual([]);
    expect(pathsIn(ruleOf(POINTS, { multiplierMilli: 2000 }))).toEqual([]);
    expect(pathsIn(ruleOf(VOUCHER, { multiplierMilli: 2000 }))).toEqual(['earning.rules[0].multiplierMilli']);
  });

  it('every misplaced extra is named, not only the first', () => {
    expect(pathsIn(ruleOf(VOUCHER, { bonusCents: 1, budgetPoints: 1 }))).toHaveLength(2);
  });
});

describe('a rule', () => {
  it.each([
    ['a negative amount', { capPerSaleCents: -1 }, 'capPerSaleCents'],
    ['an absurd amount', { budgetCents: 100_000_000_001 }, 'budgetCents'],
    ['a fraction of a basis point', { grant: { type: 'cashback', rateBps: 2.5 } }, 'grant.rateBps'],
    ['a rate over 100%', { grant: { type: 'cashback', rateBps: 10_001 } }, 'grant.rateBps'],
    ['a negative rate', { grant: { type: 'cashback', rateBps: -1 } }, 'grant.rateBps'],
    ['points per nothing', { grant: { ...POINTS, perCents: 0 } }, 'grant.perCents'],
    ['an absurd number of points', { grant: { type: 'points', points: 2000, perCents: 1 } }, 'grant.points'],
    [
      'points multiplied to the absurd',
      { grant: { ...POINTS, points: 2000 }, multiplierMilli: 100_000 },
      'grant.points',
    ],
    ['a multiplier of zero', { multiplierMilli: 0 }, 'multiplierMilli'],
    ['a priority between two integers', { priority: 0.5 }, 'priority'],
    ['an id with blanks', { id: 'cashback 5' }, 'id'],
    ['an id that could break a key', { id: 'a/b' }, 'id'],
    ['an empty id', { id: '' }, 'id'],
    ['fields of another benefit', { grant: { type: 'cashback', rateBps: 500, points: 1 } }, 'grant.points'],
    ['no grant', { grant: undefined }, 'grant'],
    ['a voucher that does not exist', { grant: { ...VOUCHER, template: 'outra' } }, 'grant.template'],
    [
      'a voucher named like a part of every object',
      { grant: { ...VOUCHER, template: 'constructor' } },
      'grant.template',
    ],
  ])('is refused with %s', (_case, parts, field) => {
    expect(pathsIn(ruleOf({ type: 'cashback', rateBps: 500 }, parts))).toEqual([`earning.rules[0].${field}`]);
  });

  it.each([
    ['an empty list', { channels: [] }, 'channels'],
    ['an empty list', { stores: [] }, 'stores'],
    ['an empty list', { weekdays: [] }, 'weekdays'],
    ['an empty list', { skus: [] }, 'skus'],
    ['an unknown channel', { channels: ['tv'] }, 'channels[0]'],
    ['Sunday as 0', { weekdays: [0] }, 'weekdays[0]'],
    ['an eighth weekday', { weekdays: [8] }, 'weekdays[0]'],
    ['a date that does not exist', { from: '2026-02-30' }, 'from'],
    ['an instant for a date', { until: '2026-02-28T00:00:00Z' }, 'until'],
    ['a period that ends before it begins', { from: '2026-03-02', until: '2026-03-01' }, 'until'],
    [
      'a weekday its few days do not have',
      { from: '2026-03-09', until: '2026-03-14', weekdays: [7] },
      'weekdays',
    ],
    ['a largest sale below the smallest', { minSaleCents: 200, maxSaleCents: 100 }, 'maxSaleCents'],
    ['an empty segment', { segment: ' ' }, 'segment'],
    ['first purchase in words', { firstPurchase: 'sim' }, 'firstPurchase'],
  ])('is refused with %s among its conditions (R7): %j', (_case, when, field) => {
    expect(pathsIn(withRule({ when }))).toEqual([`earning.rules[0].when.${field}`]);
  });

  it('may begin and end on one day, and take one exact value', () => {
    const when = { from: '2026-03-01', until: '2026-03-01', minSaleCents: 100, maxSaleCents: 100 };
    expect(pathsIn(withRule({ when }))).toEqual([]);
  });

  it.each([
    ['its only day', { from: '2026-03-15', until: '2026-03-15', weekdays: [7] }],
    ['the last of its days', { from: '2026-03-10', until: '2026-03-15', weekdays: [7] }],
    ['every week', { from: '2026-03-09', until: '2026-12-31', weekdays: [7] }],
    ['an open period', { from: '2026-03-09', weekdays: [7] }],
  ])('may be for a weekday that falls on %s', (_case, when) => {
    expect(pathsIn(withRule({ when }))).toEqual([]);
  });

  it('may come to nothing: a rate, bonus, cap or budget of zero is explained, not refused (R12)', () => {
    const zero = { bonusCents: 0, capPerSaleCents: 0, capPerCustomerPerMonthCents: 0, budgetCents: 0 };
    expect(pathsIn(withRule({ grant: { type: 'cashback', rateBps: 0 }, ...zero }))).toEqual([]);
  });

  it('has an id of its own', () => {
    const twice = programInput({ earning: { rules: [FIVE_PERCENT, FIVE_PERCENT, FIVE_PERCENT] } });
    expect(pathsIn(twice)).toEqual(['earning.rules[1].id', 'earning.rules[2].id']);
  });

  it('keeps what it was given, without blanks around texts', () => {
    const rule = published(withRule({ when: { skus: [' SKU-1 '], segment: ' vip ' } })).earning.rules[0];
    expect(rule?.when).toEqual({ skus: ['SKU-1'], segment: 'vip' });
  });
});
