import { bringUpToDate, runAwaiting, saleRecord } from '../../loyalty';
import type { MovedBy, Program, Sale } from '../../loyalty';
import { salesSettled } from '../../metrics';
import { EngineUnavailableError, tellCustomerRun } from '../../runs';
import type { ToldUse } from '../../store';
import type { CustomerInput, SaleInput } from '../../workflows';
import { matchSources } from '../purchase';
import { currentInstant, MissingRecordError } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { aroundStoredSale } from './around-stored-sale';
import { invoiceAlone } from './invoice-of-order';
import type { SaleOutcome } from './sale-outcome';

/** Brings a sale's benefit up to date. @param by who has just changed the sale by a call; absent: nobody */
type SettleBenefit = (input: SaleInput, by?: MovedBy) => Promise<SaleOutcome>;

/**
 * Brings what the sale has given up to date with what it now is, over the stored ledgers: grants, supplements, takes back,
 * refunds. Doing it again changes nothing.
 */
export function createSettleBenefit(deps: ActivityDeps): SettleBenefit {
  const { store, runs, log } = deps;

  /** What an order's NFC-e has earned for itself is taken back before the order earns: nothing is ever given twice. */
  async function withItsInvoice(order: Sale): Promise<Sale> {
    const invoice = await invoiceAlone(store, order);
    if (!invoice) return order;
    await settle(invoice);
    await runs.benefitMoved(invoice, order.id);
    return stored(order.merchantId, order.id);
  }

  async function stored(merchantId: string, saleId: string): Promise<Sale> {
    const sale = await store.sales.get(merchantId, saleId);
    if (!sale) throw new MissingRecordError(`Sale ${saleId} of merchant ${merchantId} does not exist.`);
    return sale;
  }

  /** What is settled is settled: a run that cannot be reached is woken by the next sweep, for which the change is noted. */
  async function tellCustomer(program: Program | null, input: CustomerInput): Promise<void> {
    try {
      await tellCustomerRun(store, runs, program, input);
    } catch (error) {
      if (!(error instanceof EngineUnavailableError)) throw error;
      log.warn(input, 'the run of a customer could not be told');
    }
  }

  async function settle(sale: Sale, by?: MovedBy): Promise<SaleOutcome> {
    const { merchantId, id: saleId } = sale;
    const now = currentInstant();
    const matched = await matchSources(deps, sale, now);
    const told: ToldUse[] = [];
    const around = await aroundStoredSale(deps, matched, now, told);
    const record = { ...saleRecord(matched.sale), ...(by ? { by } : {}) };
    const outcome = await runAwaiting(bringUpToDate(record, around));
    await store.redemptions.woken(merchantId, told);
    const { customerId } = outcome;
    // By the program that pays the sale: where a later one tells customers more, the sweep looks at them all.
    const paying = await around.version();
    if (customerId !== null) await tellCustomer(paying?.program ?? null, { merchantId, customerId });
    log.info(
      { merchantId, saleId, status: outcome.status, benefitCents: outcome.benefitCents },
      'sale settled',
    );
    salesSettled.inc({ status: outcome.status });
    return outcome;
  }

  return async ({ merchantId, saleId }, by) =>
    settle(await withItsInvoice(await stored(merchantId, saleId)), by);
}
