import type { Draft } from './json-path';

/** What a merchant without a program begins with: what the API fills in by itself is written out, so that the form shows it. */
export const STARTER: Draft = {
  name: 'Clube da Loja',
  timezone: 'America/Sao_Paulo',
  earning: {
    base: {
      includeFreight: false,
      includeOtherExpenses: false,
      excludeBenefitPaid: true,
      earnOnRedeemed: true,
    },
    combine: 'best',
    rules: [{ id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } }],
  },
  holding: { after: 'P8D' },
  expiry: { after: 'P90D', roundUpTo: 'day' },
  redemption: {
    minSaleCents: 0,
    minBalanceCents: 0,
    maxShareBps: 3_000,
    pointValueCents: 1,
    reservation: 'PT15M',
    rollbackWindow: 'P90D',
    graceAfterRollback: 'P7D',
  },
  returns: { clawback: 'allow_debt', refundSpent: true },
  vouchers: {},
  messages: {},
};
