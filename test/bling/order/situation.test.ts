import { describe, expect, it } from '@jest/globals';
import { orderOutcome } from '../../../src/bling';

const NONE = { completed: [], cancelled: [] };

describe('what a situation means', () => {
  it("follows Bling's own value while the merchant has chosen nothing", () => {
    expect(orderOutcome({ id: 9, value: 1 }, NONE)).toBe('completed');
    expect(orderOutcome({ id: 447110, value: 1 }, NONE)).toBe('completed');
    expect(orderOutcome({ id: 12, value: 2 }, NONE)).toBe('cancelled');
    expect(orderOutcome({ id: 6, value: 0 }, NONE)).toBe('open');
    expect(orderOutcome({ id: 24, value: 11 }, NONE)).toBe('open');
  });

  it("follows the merchant's ids where there are any", () => {
    const choice = { completed: [24], cancelled: [447110] };
    expect(orderOutcome({ id: 24, value: 11 }, choice)).toBe('completed');
    expect(orderOutcome({ id: 9, value: 1 }, choice)).toBe('open');
    expect(orderOutcome({ id: 447110, value: 1 }, choice)).toBe('cancelled');
    expect(orderOutcome({ id: 12, value: 2 }, choice)).toBe('open');
  });

  it("keeps Bling's value for the meaning the merchant has left open", () => {
    expect(orderOutcome({ id: 12, value: 2 }, { completed: [24], cancelled: [] })).toBe('cancelled');
    expect(orderOutcome({ id: 9, value: 1 }, { completed: [], cancelled: [447110] })).toBe('completed');
    expect(orderOutcome({ id: 30, value: 2 }, { completed: [30], cancelled: [] })).toBe('completed');
  });

  it('is cancelled for an id named on both sides, so that nothing is granted by mistake', () => {
    expect(orderOutcome({ id: 9, value: 1 }, { completed: [9], cancelled: [9] })).toBe('cancelled');
  });

  it('is open when the order tells none, or no value', () => {
    expect(orderOutcome(null, NONE)).toBe('open');
    expect(orderOutcome({ id: 9, value: null }, NONE)).toBe('open');
  });
});
