import { adjust, confirm, reserve, settleSale } from '../../src/loyalty';
import type { Book, ReserveCommand, Sale } from '../../src/loyalty';
import type { SaleChange, Store } from '../../src/store';

const ZONE = 'America/Sao_Paulo';
const DAY = 86_400_000;
const TERMS = { reservation: 'PT15M', rollbackWindow: 'P90D', graceAfterRollback: 'P7D', pointValueCents: 1 };

/** Purchases of a customer in a year or so. */
const PURCHASES = 4;

/**
 * One customer with the ledger of an ordinary year: four purchases, each granted and activated, two uses, a correction by hand.
 * Answers the id. @param now the instant of the last movement
 */
export async function aTypicalCustomer(store: Store, merchantId: string, now: number): Promise<string> {
  const nobody = { name: null, document: null, phones: [], emails: [], birthDate: null };
  const contact = { ...nobody, externalKey: 'typical' };
  const { customerId } = await store.customers.identify(merchantId, contact, new Date(now));
  const change = (
    at: number,
    about: { saleId?: string },
    work: (book: Book, at: number) => void,
    sale?: SaleChange,
  ): Promise<void> =>
    store.wallets.change(merchantId, customerId, about, at, (book, then) => ({
      result: work(book, then),
      ...(sale ? { sale } : {}),
    }));

  for (let purchase = 1; purchase <= PURCHASES; purchase += 1) {
    const at = now - (PURCHASES - purchase + 1) * 7 * DAY;
    const sold = await aSale(store, merchantId, customerId, purchase, at);
    const { id: saleId } = sold;
    const patch = { benefit: { status: 'active' as const, earnedCents: 1_000, programVersion: 1 } };
    const earned: SaleChange = { sale: sold, patch };
    const grant = (book: Book, then: number): void => {
      const dates = { activatesAt: then, expiresAt: then + 90 * DAY };
      const deserved = [{ ruleId: 'cashback-5', type: 'cashback' as const, amount: 1_000 }];
      const of = { saleId, programVersion: 1, zone: ZONE, month: '2026-03', policy: 'allow_debt' as const };
      settleSale(book, { ...of, deserved, dates: () => dates }, then);
    };
    await change(at, { saleId }, grant, earned);
    if (purchase % 2 === 0) await change(at + DAY, {}, (book, then) => use(book, customerId, purchase, then));
  }
  await change(now, {}, (book, then) => correct(book, customerId, then));
  return customerId;
}

/** A purchase of R$ 200,00, as a till posts it. */
function aSale(store: Store, merchantId: string, customerId: string, n: number, at: number): Promise<Sale> {
  const items = [{ sku: 'CAMISETA-P', totalCents: 20_000, quantity: 2 }];
  const amounts = { totalCents: 20_000, freightCents: 0, otherExpensesCents: 0, discountCents: 0 };
  const source = {
    channel: 'pos' as const,
    externalId: `${customerId}-${n}`,
    number: null,
    storeId: 'centro',
  };
  const posted = { ...source, ...amounts, items, soldAt: new Date(at), sourceStatus: 'completed' as const };
  return store.sales.record(merchantId, { ...posted, customerId, silent: true }, ZONE, new Date(at));
}

function use(book: Book, customerId: string, n: number, at: number): void {
  const order: ReserveCommand = {
    ...{
      id: `red_${customerId}_${n}`,
      type: 'cashback',
      amount: 500,
      saleTotalCents: 20_000,
      freightCents: 0,
    },
    ...{ saleRef: null, operator: 'caixa', storeId: null, zone: ZONE, terms: TERMS, confirm: false },
    sales: [],
    limits: { minSaleCents: 0, minBalanceCents: 0, maxShareBps: 10_000 },
  };
  const reserved = reserve(book, order, at);
  confirm(book, reserved, { kind: 'redemption', redemptionId: reserved.id }, at, []);
}

function correct(book: Book, customerId: string, at: number): void {
  adjust(
    book,
    {
      ...{ id: `adj_${customerId}`, type: 'cashback', amount: 100, operator: 'gerente', reason: 'cortesia' },
      ...{ zone: ZONE, programVersion: null, expiresAt: null },
    },
    at,
  );
}
