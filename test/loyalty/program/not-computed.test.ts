import { describe, expect, it } from '@jest/globals';
import { notComputedYet } from '../../../src/loyalty/program';
import { FIVE_PERCENT, FULL_PROGRAM, programInput, published, withRule } from './programs';

function pathsOf(json: unknown): string[] {
  return notComputedYet(published(json)).map(({ path }) => path);
}

describe('what the engine does not compute yet', () => {
  it('has nothing to say about cashback with conditions, multiplier, bonus and cap per sale', () => {
    const when = { minSaleCents: 1, channels: ['pos'], weekdays: [1], skus: ['A'], from: '2026-01-01' };
    expect(
      pathsOf(withRule({ when, multiplierMilli: 2000, bonusCents: 1, capPerSaleCents: 1, priority: 1 })),
    ).toEqual([]);
  });

  it('names points and vouchers by their rule', () => {
    expect(pathsOf(FULL_PROGRAM)).toEqual(['earning.rules[1].grant.type', 'earning.rules[2].grant.type']);
  });

  it.each([
    ['when.firstPurchase', { when: { firstPurchase: true } }],
    ['when.firstPurchase', { when: { firstPurchase: false } }],
    ['when.segment', { when: { segment: 'vip' } }],
    ['capPerCustomerPerMonthCents', { capPerCustomerPerMonthCents: 0 }],
    ['budgetCents', { budgetCents: 0 }],
  ])('names %s', (path, rule) => {
    expect(pathsOf(withRule(rule))).toEqual([`earning.rules[0].${path}`]);
  });

  it('names the extras of points beside points themselves', () => {
    const rule = {
      ...FIVE_PERCENT,
      grant: { type: 'points' as const, points: 1, perCents: 100 },
      capPerCustomerPerMonthPoints: 1,
      budgetPoints: 1,
    };
    expect(pathsOf(programInput({ earning: { rules: [rule] } }))).toEqual([
      'earning.rules[0].grant.type',
      'earning.rules[0].capPerCustomerPerMonthPoints',
      'earning.rules[0].budgetPoints',
    ]);
  });
});
