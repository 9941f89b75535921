import { describe, expect, it } from '@jest/globals';
import { isDue } from '../../../src/activities/follow-up/look-at-customer';
import type { CustomerSeen } from '../../../src/activities/follow-up/read-customer';

const KEY = 'birthday/2026/cus_1';
const MORNING = Date.parse('2026-12-20T13:00:00.000Z');

/** Born on that day, as is known now. */
function born(birthDate: string, zone = 'America/Sao_Paulo'): CustomerSeen {
  const facts = {
    ...{ occasions: { birthday: {} }, zone, birthDate, moment: 0 },
    ...{ firstPurchase: null, lastPurchase: null, balanceSince: null },
  };
  return { facts, told: new Map(), customer: { id: 'cus_1' } } as unknown as CustomerSeen;
}

describe('a notice to a customer', () => {
  it('is due from its moment on', () => {
    expect(isDue(born('1990-12-20'), KEY, MORNING - 1)).toBe(false);
    expect(isDue(born('1990-12-20'), KEY, MORNING)).toBe(true);
    expect(isDue(born('1990-12-20'), 'birthday/2025/cus_1', MORNING)).toBe(false);
  });

  it('is not due yet where what it follows from has moved it to a later one', () => {
    expect(isDue(born('1990-12-21'), KEY, MORNING)).toBe(false);
    expect(isDue(born('1990-12-20', 'America/Rio_Branco'), KEY, MORNING)).toBe(false);
  });
});
