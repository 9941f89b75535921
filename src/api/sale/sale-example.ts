import { walletExample } from '../ledger';

/** One sale in a list, for examples. */
export const saleSummaryExample = {
  id: 'sal_7h2k9m4q8r5t6v3w1x0y',
  channel: 'bling' as const,
  externalId: '26737100001',
  number: '10231',
  storeId: null,
  status: 'active' as const,
  sourceStatus: 'completed' as const,
  parked: null,
  soldAt: '2026-11-03T12:00:00.000Z',
  completedAt: '2026-11-03T12:05:00.000Z',
  totalCents: 18990,
  freightCents: 0,
  otherExpensesCents: 0,
  discountCents: 0,
  returnedCents: 0,
  customerId: 'cus_7h2k9m4q8r5t6v3w1x0y',
  customerName: 'Maria Exemplo',
  programVersion: 1,
  earnedCents: 949,
  createdAt: '2026-11-03T12:00:02.000Z',
};

/** One sale in full, for examples. */
export const saleExample = {
  ...saleSummaryExample,
  silent: false,
  items: [{ sku: 'CAMISETA-P', totalCents: 18990, quantity: 2, name: 'Camiseta P' }],
  refusal: null,
  consumerInvoice: null,
  duplicateOf: null,
  otherSale: null,
  heldFor: null,
  evidence: [],
  returns: [],
  refundedCents: 0,
  benefit: {
    earnedCents: 949,
    pendingCents: 0,
    activeCents: 949,
    reservedCents: 0,
    usedCents: 0,
    expiredCents: 0,
    takenBackCents: 0,
    points: {
      earnedPoints: 0,
      pendingPoints: 0,
      activePoints: 0,
      reservedPoints: 0,
      usedPoints: 0,
      expiredPoints: 0,
      takenBackPoints: 0,
    },
    vouchers: walletExample.vouchers,
    activatesAt: '2026-11-03T12:05:00.000Z',
    expiresAt: '2027-02-02T03:00:00.000Z',
  },
  explanation: [
    {
      ruleId: 'cashback-5',
      type: 'cashback',
      outcome: 'paid',
      amount: 949,
      lines: ['5% de R$ 189,90 = R$ 9,49'],
    },
  ],
  program: {
    version: 1,
    name: 'Clube da Loja',
    rules: [
      {
        ruleId: 'cashback-5',
        text: '5% do valor da compra em cashback. Condições: compras a partir de R$ 50,00.',
      },
    ],
  },
  next: {
    do: 'tell' as const,
    at: '2027-01-26T12:00:00.000Z',
    notice: 'expiring' as const,
    text: 'Avisar o cliente: vencimento próximo',
  },
  runs: [
    {
      kind: 'sale' as const,
      workflowId: 'sale/demo/bling/26737100001',
      url: 'https://temporal.example.com/namespaces/default/workflows?query=WorkflowId%3D%22sale%2Fdemo%2Fbling%2F26737100001%22',
    },
  ],
  messages: [
    {
      kind: 'earned' as const,
      channel: 'whatsapp' as const,
      state: 'failed' as const,
      reason: 'unreachable',
      text: 'Aviso de benefício ganho por WhatsApp: não enviado: número não está no WhatsApp',
      at: '2026-11-03T12:05:01.000Z',
    },
  ],
  timeline: [
    {
      at: '2026-11-03T12:00:02.000Z',
      source: 'sale' as const,
      event: 'received',
      text: 'Venda recebida',
      operator: null,
      key: null,
    },
    {
      at: '2026-11-03T12:05:00.000Z',
      source: 'ledger' as const,
      event: 'ACTIVATE',
      text: 'Liberação para uso: R$ 9,49 de cashback',
      operator: null,
      key: null,
    },
  ],
};
