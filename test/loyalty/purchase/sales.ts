import type { Sale, SaleReturn, SaleTelling } from '../../../src/loyalty/sale';
import type { PairReview } from '../../../src/loyalty/purchase';

/** Noon in São Paulo on 2026-11-03. */
export const NOON = Date.UTC(2026, 10, 3, 15);
export const DAY = 86_400_000;
/** The instant at which plans are made. */
export const NOW = NOON + 3_600_000;

export interface SaleChange {
  source?: Partial<Sale['source']>;
  content?: Partial<Sale['content']>;
  owner?: Partial<Sale['owner']>;
  purchase?: Partial<Sale['purchase']>;
  benefit?: Partial<Sale['benefit']>;
  createdAt?: number;
}

/** The order W-100 of R$ 189,90 as the web shop tells it, completed, of Ana. */
export function shopSale(change: SaleChange = {}, id = 'sal_shop'): Sale {
  return changed(
    {
      id,
      merchantId: 'mer_1',
      source: {
        ...{ channel: 'ecommerce', externalId: 'W-100', connectionId: null, number: null },
        ...{
          marketplaceNumber: null,
          invoiceNumber: null,
          accessKey: null,
          erpNumber: null,
          refs: [id, 'W-100'],
        },
        ...{ status: 'completed', refusal: null, contactId: null, completedAt: NOON, readAt: NOON },
      },
      content: {
        ...{ storeId: null, zone: 'America/Sao_Paulo', soldAt: NOON, totalCents: 18_990 },
        ...{ freightCents: 0, otherExpensesCents: 0, discountCents: 0, items: [] },
      },
      owner: { customerId: 'ana', identifiedBy: null, claimedAt: null, claimCall: null, claimRequest: null },
      purchase: {
        ...{ duplicateOf: null, reviewId: null, tellings: [], comparedAs: null },
        ...{ returns: [], returnedCents: 0 },
      },
      benefit: {
        ...{
          programVersion: null,
          pinned: null,
          formerPins: [],
          usesFoundBy: null,
          evaluated: null,
          explanation: [],
          status: 'waiting',
        },
        ...{ earnedCents: 0, earnedPoints: 0, earnedVouchers: 0, activatesAt: null, expiresAt: null },
        ...{ refundedCents: 0, voided: false },
      },
      notices: { silent: false, given: [], postponed: [] },
      timeline: [],
      createdAt: NOON,
      version: 1,
    },
    change,
  );
}

/** The same order as the ERP tells it, a minute later, under the numbers that it gives itself. */
export function erpSale(change: SaleChange = {}, id = 'sal_erp'): Sale {
  const erp = {
    source: {
      ...{ channel: 'bling' as const, externalId: '26737100001', connectionId: 'con_1' },
      ...{ number: '10231', marketplaceNumber: 'W-100', refs: [id, '26737100001', '10231', 'W-100'] },
    },
    createdAt: NOON + 60_000,
  };
  return changed(shopSale(erp, id), change);
}

/** The NFC-e of that order, issued half a minute later, as its company tells of it. */
export function invoiceSale(change: SaleChange = {}, id = 'sal_nfce'): Sale {
  const invoice = {
    source: {
      ...{ channel: 'bling' as const, externalId: 'nfce-234', connectionId: 'con_1' },
      ...{ number: '001234', invoiceNumber: '001234', refs: [id, 'nfce-234', '001234'] },
    },
    createdAt: NOON + 90_000,
  };
  return changed(shopSale(invoice, id), change);
}

/** A sale at the till that agrees in customer, total and day, two minutes later, and shares no number. */
export function tillSale(change: SaleChange = {}, id = 'sal_till'): Sale {
  const till = {
    source: { channel: 'pos' as const, externalId: 'PDV-7', refs: [id, 'PDV-7'] },
    createdAt: NOON + 120_000,
  };
  return changed(shopSale(till, id), change);
}

export function changed(sale: Sale, change: SaleChange): Sale {
  return {
    ...sale,
    source: { ...sale.source, ...change.source },
    content: { ...sale.content, ...change.content },
    owner: { ...sale.owner, ...change.owner },
    purchase: { ...sale.purchase, ...change.purchase },
    benefit: { ...sale.benefit, ...change.benefit },
    createdAt: change.createdAt ?? sale.createdAt,
  };
}

/** How `root` has written down that `sale` tells of the same purchase. */
export function tellingOf({ id, source }: Sale, cancelled = false): SaleTelling {
  const { channel, externalId, number, refs } = source;
  return { saleId: id, channel, externalId, number, refs, cancelled, at: NOON };
}

export function goodsBack(id: string, amountCents: number): SaleReturn {
  return { id, at: NOON, amountCents, items: [], operator: null, storeId: null, reason: null };
}

export function known(...sales: Sale[]): Map<string, Sale> {
  return new Map(sales.map((sale) => [sale.id, sale]));
}

export type Asked = 'unasked' | 'open' | 'same' | 'distinct';

/** The review of two sales: not asked, asked, or decided. */
export function aReview(asked: Asked, a = 'sal_erp', b = 'sal_shop'): PairReview {
  const id = reviewId(a, b);
  return asked === 'same' || asked === 'distinct'
    ? { id, state: 'resolved', decision: asked }
    : { id, state: asked, decision: null };
}

export function reviewId(...subjects: readonly string[]): string {
  return `review of ${[...subjects].sort().join(' and ')}`;
}
