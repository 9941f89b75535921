import { catchUp, holdingsIn } from '../../loyalty';
import type { SaleInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { readBeside } from './beside-sale';
import { updatedSale } from './sale-outcome';
import type { SaleOutcome } from './sale-outcome';
import { createSettleBenefit } from './settle-benefit';

/**
 * Writes down what time has decided about the customer's value: activations, expiries, reservations let go. A sale that has lost
 * its customer since the step was planned holds nothing that time could change: it is settled as it now is.
 */
export function createPassTime(deps: ActivityDeps): (input: SaleInput) => Promise<SaleOutcome> {
  const { store } = deps;
  const settle = createSettleBenefit(deps);
  return async (input) => {
    const { merchantId, saleId } = input;
    const sale = await store.sales.get(merchantId, saleId);
    if (!sale || sale.owner.customerId === null || sale.benefit.programVersion === null) return settle(input);
    const { customerId } = sale.owner;
    const version = await store.programs.version(merchantId, sale.benefit.programVersion);
    const beside = await readBeside(store, sale);
    return store.wallets.change(merchantId, customerId, { saleId }, currentInstant(), (book, now) => {
      catchUp(book, now);
      const holdings = holdingsIn(book.wallet, saleId);
      const { outcome, change } = updatedSale(sale, holdings, version?.program ?? null, now, beside);
      return { result: outcome, sale: change };
    });
  };
}
