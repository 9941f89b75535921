/**
 * The program of the demo store: 5 % cashback and a point for each real, and from R$ 200,00 a voucher for the next
 * purchase. All of it can be used after twenty seconds, so that a person sees it pending and then active; the balance
 * expires after ninety days, the voucher after thirty.
 */
export const DEMO_PROGRAM = {
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
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } },
      { id: 'pontos', grant: { type: 'points', points: 1, perCents: 100 } },
      { id: 'vale-volta', grant: { type: 'voucher', template: 'volta-20' }, when: { minSaleCents: 20_000 } },
    ],
  },
  holding: { after: 'PT20S' },
  expiry: { after: 'P90D', roundUpTo: 'day' },
  redemption: {
    minSaleCents: 0,
    minBalanceCents: 0,
    maxShareBps: 3000,
    pointValueCents: 1,
    reservation: 'PT15M',
    rollbackWindow: 'P90D',
    graceAfterRollback: 'P7D',
  },
  returns: { clawback: 'allow_debt', refundSpent: true },
  vouchers: {
    'volta-20': { discount: { type: 'amount', cents: 2_000 }, minSaleCents: 10_000, validity: 'P30D' },
  },
  messages: { earned: { channels: ['whatsapp', 'email'] }, expiring: { before: ['P7D', 'P1D'] } },
} as const;
