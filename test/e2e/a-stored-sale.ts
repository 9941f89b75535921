import type { Sale, SalePatch } from '../../src/loyalty';
import type { Store } from '../../src/store';
import { NOW } from './a-ledger';
import type { OneLedger } from './a-ledger';

/** The customer's sale of this name, opened as its channel would if there is none. */
export async function aStoredSale(store: Store, ledger: OneLedger, name: string): Promise<Sale> {
  const { merchantId, tag } = ledger;
  const identity = { merchantId, channel: 'pos' as const, externalId: `${tag}-${name}` };
  const opened = await store.sales.open(identity, null, 'America/Sao_Paulo', new Date(NOW));
  if (opened.owner.customerId !== null || opened.benefit.programVersion !== null) return opened;
  return changeSale(store, opened, content(ledger, opened.id));
}

/** Changes a sale by itself. */
export async function changeSale(store: Store, sale: Sale, patch: SalePatch): Promise<Sale> {
  await store.sales.change({ sale, patch });
  return (await store.sales.get(sale.merchantId, sale.id))!;
}

/** Brings a sale up to date in its customer's wallet. */
export async function settleSale(
  store: Store,
  { merchantId, customerId }: OneLedger,
  sale: Sale,
): Promise<void> {
  await store.wallets.change(merchantId, customerId, { saleId: sale.id }, NOW, () => ({
    result: undefined,
    sale: { sale, patch: { benefit: keptBenefit(customerId, 0) } },
  }));
}

/** What a channel says of it, and all that staff and other sources can add. */
function content({ customerId, tag }: OneLedger, id: string): SalePatch {
  const telling = {
    ...{ saleId: `sal_other-${tag}`, channel: 'ecommerce' as const, externalId: 'E-1', number: 'E-1' },
    ...{ refs: ['E-1'], cancelled: false, at: NOW },
  };
  return {
    source: {
      ...{
        number: '10231',
        marketplaceNumber: 'M-1',
        invoiceNumber: 'N-1',
        accessKey: 'K-1',
        erpNumber: 'P-1',
      },
      ...{ connectionId: 'con_1', refs: [id, '10231'], status: 'completed', refusal: 'O total não confere.' },
      ...{ lateness: 'earns', contactId: '77', completedAt: NOW, readAt: NOW },
    },
    content: {
      ...{ storeId: 'str_1', soldAt: NOW, totalCents: 20_000, freightCents: 900, otherExpensesCents: 100 },
      ...{ discountCents: 50, items: [{ sku: 'CAMISETA-P', totalCents: 19_000 }] },
    },
    owner: {
      ...{ customerId, identifiedBy: '77', claimedAt: NOW, claimCall: 'clm_1', claimRequest: 'digest' },
    },
    purchase: { tellings: [telling], comparedAs: '{}', reviewId: 'rev_1', duplicateOf: 'sal_before' },
    notices: { given: ['repurchase'], postponed: [{ key: 'expired/x', at: NOW }] },
  };
}

/** What is kept of a sale that was brought up to date and earned `cents`. */
export function keptBenefit(customerId: string, cents: number): NonNullable<SalePatch['benefit']> {
  return {
    ...{ programVersion: 3, status: 'active', earnedCents: cents, earnedPoints: 50, earnedVouchers: 1 },
    ...{ activatesAt: NOW, expiresAt: NOW + 240 * 3_600_000, nextAt: NOW, refundedCents: 5, voided: false },
    pinned: { customerId, firstPurchase: true, segments: ['vip'] },
    formerPins: [{ customerId: 'cus_before', firstPurchase: false, segments: ['vip'] }],
    usesFoundBy: '{}',
    evaluated: { of: 'content', grants: [{ ruleId: 'r', type: 'cashback', amount: cents }] },
    explanation: [
      { ruleId: 'r', type: 'cashback', outcome: 'paid', amount: cents, lines: ['5% de R$ 200,00'] },
    ],
  };
}

/** Goods of a sale that came back. */
export function aReturn(id: string): NonNullable<SalePatch['purchase']> {
  const goods = { amountCents: 100, items: [{ sku: 'CAMISETA-P', quantity: 1 }] };
  const by = { operator: 'caixa', storeId: 'str_1', reason: 'Cor', request: 'digest' };
  return { returns: [{ id, at: NOW, ...goods, ...by }], returnedCents: 100 };
}
