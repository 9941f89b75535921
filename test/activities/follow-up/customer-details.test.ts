import { describe, expect, it } from '@jest/globals';
import { customerDetails } from '../../../src/activities/follow-up/customer-details';

const INPUT = { merchantId: 'mer_1', customerId: 'cus_1' };
const NOW = Date.parse('2026-11-30T13:00:00.000Z');
const AT = Date.parse('2026-12-20T13:00:00.000Z');
const next = (occasion: string) => ({ occasion, at: AT, until: AT + 1 });

describe('what the run of a customer says of itself', () => {
  it('is what is told next, and when', () => {
    const text = customerDetails(INPUT, next('balance/2026-12'), 'America/Sao_Paulo', NOW);
    expect(text).toContain('saldo do mês');
    expect(text).toContain('20/12/2026');
  });

  it('does not say whose birthday is when', () => {
    const text = customerDetails(INPUT, next('birthday/2026'), 'America/Sao_Paulo', NOW);
    expect(text).toContain('mensagem do dia');
    expect(text).not.toMatch(/aniversário|birthday|20\/12/);
  });
});
