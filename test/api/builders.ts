import { createHmac } from 'node:crypto';
import { emptyWallet } from '../../src/loyalty';
import type { Entry, Lot, Redemption, Sale, VoucherFace, Wallet } from '../../src/loyalty';
import type { Alert, Customer, Message, StatementLine, StoreConnection, Verification } from '../../src/store';
import { varied } from '../loyalty/sale/varied';
import type { SaleVariation } from '../loyalty/sale/varied';
import type { RedemptionReceipt, VoucherReceipt } from '../../src/workflows';

export const NOW = Date.parse('2026-11-03T15:00:00.000Z');
export const MINE = 'mer_mine';
export const THEIRS = 'mer_theirs';
export const MY_KEY = 'rk_mine_0123456789';
export const THEIR_KEY = 'rk_theirs_0123456789';
export const COMPANY_ID = '0123456789abcdef0123456789abcdef';
export const BLING_SECRET = 'bling-client-secret';
export const BLING_FORMER_SECRET = 'bling-former-secret';
export const META_SECRET = 'meta-app-secret';
export const VERIFY_TOKEN = 'meta-verify-token';

const DAY = 86_400_000;

export function aConnection(change: Partial<StoreConnection> = {}): StoreConnection {
  return {
    id: 'con_1',
    merchantId: MINE,
    companyId: COMPANY_ID,
    companyName: 'Loja Exemplo',
    state: 'connected',
    zone: null,
    completedSituations: [],
    cancelledSituations: [],
    walkInContactId: null,
    createdAt: new Date(NOW),
    authorizedAt: new Date(NOW),
    ...change,
  };
}

export function aCustomer(change: Partial<Customer> = {}): Customer {
  return {
    id: 'cus_1',
    merchantId: MINE,
    name: 'Maria Exemplo',
    document: { kind: 'cpf', value: '52998224725' },
    phones: [{ e164: '+5511987654321', key: '1187654321', mobile: true }],
    emails: ['maria@example.com'],
    birthDate: null,
    segments: [],
    mergedInto: null,
    createdAt: new Date(NOW),
    updatedAt: new Date(NOW),
    ...change,
  };
}

export function aLot(
  change: Partial<Omit<Lot, 'buckets'>> & { buckets?: Partial<Lot['buckets']> } = {},
): Lot {
  const buckets = {
    pending: 0,
    active: 0,
    reserved: 0,
    spent: 0,
    expired: 0,
    reversed: 0,
    ...change.buckets,
  };
  return {
    id: 'sal_1/cashback-5/cus_1/1',
    customerId: 'cus_1',
    type: 'cashback',
    saleId: 'sal_1',
    ruleId: 'cashback-5',
    programVersion: 1,
    revision: 1,
    zone: 'America/Sao_Paulo',
    createdAt: NOW - DAY,
    activatesAt: NOW - DAY,
    expiresAt: NOW + 30 * DAY,
    voucher: null,
    amount: Object.values(buckets).reduce((sum, amount) => sum + amount, 0),
    ...change,
    buckets,
  };
}

/** A code with its right check character. */
export const CODE = 'K7QM-3XRT-9WHP';

/** A voucher of R$ 20 on sales from R$ 100, unused unless the test says otherwise. */
export function aVoucherLot({
  face = {},
  ...change
}: Partial<Omit<Lot, 'buckets'>> & {
  buckets?: Partial<Lot['buckets']>;
  face?: Partial<VoucherFace>;
} = {}): Lot {
  return aLot({
    id: 'sal_1/vale-volta/cus_1/1',
    type: 'voucher',
    ruleId: 'vale-volta',
    voucher: {
      code: CODE,
      template: 'volta-20',
      discount: { type: 'amount', cents: 2_000 },
      minSaleCents: 10_000,
      stores: null,
      ...face,
    },
    buckets: { active: 1 },
    ...change,
  });
}

export function aWallet(...lots: Lot[]): Wallet {
  return { ...emptyWallet('cus_1'), lots };
}

export function anEntry(change: Partial<Entry & { seq: number }> = {}): StatementLine {
  return {
    seq: 1,
    type: 'EARN_PENDING',
    key: 'earn/sal_1/cashback-5/cus_1/1',
    customerId: 'cus_1',
    benefit: 'cashback',
    at: NOW,
    cause: { kind: 'sale', saleId: 'sal_1' },
    programVersion: 1,
    ruleId: 'cashback-5',
    moves: [{ lotId: 'sal_1/cashback-5/cus_1/1', from: 'issued', to: 'pending', amount: 950 }],
    debt: 0,
    ...change,
  };
}

export function aSale(change: SaleVariation = {}): Sale {
  return varied(structuredClone(SALE), change);
}

const SALE: Sale = {
  id: 'sal_1',
  merchantId: MINE,
  source: {
    channel: 'bling',
    externalId: '26737100001',
    connectionId: 'con_1',
    number: '10231',
    marketplaceNumber: null,
    invoiceNumber: null,
    accessKey: null,
    erpNumber: null,
    refs: ['sal_1', '26737100001', '10231'],
    status: 'completed',
    refusal: null,
    lateness: null,
    contactId: '77',
    completedAt: NOW,
    readAt: NOW,
    parked: null,
  },
  purchase: {
    duplicateOf: null,
    reviewId: null,
    tellings: [],
    comparedAs: null,
    returnedCents: 0,
    returns: [],
  },
  content: {
    storeId: null,
    zone: 'America/Sao_Paulo',
    soldAt: NOW,
    totalCents: 19_000,
    freightCents: 0,
    otherExpensesCents: 0,
    discountCents: 0,
    items: [{ sku: 'CAMISETA-P', totalCents: 19_000 }],
  },
  owner: {
    identifiedBy: 'document',
    customerId: 'cus_1',
    claimedAt: null,
    claimCall: null,
    claimRequest: null,
  },
  benefit: {
    refundedCents: 0,
    ...{ nextAt: null, turnsAt: null, turnsTo: null },
    voided: false,
    pinned: null,
    formerPins: [],
    usesFoundBy: null,
    evaluated: null,
    programVersion: 1,
    status: 'pending',
    earnedCents: 950,
    earnedPoints: 0,
    earnedVouchers: 0,
    activatesAt: NOW - 1,
    expiresAt: NOW + 30 * DAY,
    explanation: [
      {
        ruleId: 'cashback-5',
        type: 'cashback',
        outcome: 'paid',
        amount: 950,
        lines: ['5% de R$ 190,00 = R$ 9,50'],
      },
    ],
  },
  notices: { silent: false, given: [], postponed: [] },
  timeline: [{ at: NOW - 2, event: 'received', text: 'Venda recebida' }],
  createdAt: NOW - 2,
  version: 1,
};

export function aMessage(change: Partial<Message> = {}): Message {
  return {
    id: 'mer_mine/sal_1/earned/whatsapp',
    merchantId: MINE,
    saleId: 'sal_1',
    customerId: 'cus_1',
    kind: 'earned',
    channel: 'whatsapp',
    state: 'delivered',
    reason: null,
    providerId: 'wamid.1',
    attempts: 1,
    sendingSince: null,
    sentAt: new Date(NOW + 5),
    createdAt: new Date(NOW),
    updatedAt: new Date(NOW + 9),
    ...change,
  } as Message;
}

export function aRedemption(
  change: Partial<Redemption & { merchantId: string }> = {},
): Redemption & { merchantId: string } {
  return {
    id: 'red_1',
    merchantId: MINE,
    customerId: 'cus_1',
    type: 'cashback',
    amount: 950,
    discountCents: 0,
    state: 'reserved',
    draws: [{ lotId: 'sal_1/cashback-5/cus_1/1', amount: 950 }],
    reservedAt: NOW - 60_000,
    reservedUntil: NOW + 840_000,
    confirmedAt: null,
    closedAt: null,
    zone: 'America/Sao_Paulo',
    terms: { reservation: 'PT15M', rollbackWindow: 'P90D', graceAfterRollback: 'P7D', pointValueCents: 1 },
    saleTotalCents: 12_900,
    freightCents: 0,
    saleRef: '10231',
    saleId: null,
    useNumber: null,
    operator: 'caixa 1',
    storeId: null,
    lastCall: null,
    ...change,
  };
}

export function aReceipt(change: Partial<RedemptionReceipt> = {}): RedemptionReceipt {
  return {
    redemptionId: 'red_1',
    customerId: 'cus_1',
    type: 'cashback',
    amount: 950,
    discountCents: 0,
    state: 'reserved',
    reservedAt: new Date(NOW).toISOString(),
    reservedUntil: new Date(NOW + 900_000).toISOString(),
    confirmedAt: null,
    closedAt: null,
    saleTotalCents: 12_900,
    freightCents: 0,
    saleRef: null,
    operator: null,
    storeId: null,
    ...change,
  };
}

export function aVoucherReceipt(change: Partial<VoucherReceipt> = {}): VoucherReceipt {
  return {
    ...aReceipt({ type: 'voucher', amount: 1, discountCents: 2_000 }),
    lotId: 'sal_1/vale-volta/cus_1/1',
    unusedCents: 0,
    usesLeft: 1,
    ...change,
  };
}

export function aVerification(change: Partial<Verification> = {}): Verification {
  return {
    customers: 0,
    entries: 0,
    problems: [],
    firstMisfit: null,
    sealed: { seals: 0, entries: 0, last: null },
    unattestedSales: 0,
    next: null,
    ...change,
  };
}

export function anAlert(change: Partial<Alert> = {}): Alert {
  return {
    id: 'alt_1',
    merchantId: MINE,
    kind: 'ledger_misfit',
    subject: 'ledger',
    text: 'A conferência encontrou 1 divergência.',
    facts: { problems: 1 },
    raisedAt: new Date(NOW),
    lastSeenAt: new Date(NOW + DAY),
    resolvedAt: null,
    ...change,
  };
}

/** The body of a reservation that nothing is wrong with. */
export function aReserveBody(change: Record<string, unknown> = {}): Record<string, unknown> {
  return { customerId: 'cus_1', type: 'cashback', amountCents: 950, saleTotalCents: 12_900, ...change };
}

/** A webhook of Bling's about an order, as text. */
export function aBlingEvent(change: Record<string, unknown> = {}): string {
  const event = {
    eventId: '01945027-150e-72b4-0000-000000000001',
    date: '2026-11-03T15:00:00Z',
    version: 'v1',
  };
  const order = { event: 'order.updated', companyId: COMPANY_ID, data: { id: 26737100001, numero: 10231 } };
  return JSON.stringify({ ...event, ...order, ...change });
}

/** `sha256=…` over the bytes, as Bling and Meta sign. */
export function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}
