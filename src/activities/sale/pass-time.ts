import { catchUp, holdingsIn } from '../../loyalty';
import type { SaleInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { updatedSale } from './sale-outcome';
import type { SaleOutcome } from './sale-outcome';

/** Writes down what time has decided about the customer's value: activations, expiries, reservations let go. */
export function createPassTime({ store }: ActivityDeps): (input: SaleInput) => Promise<SaleOutcome> {
  return async ({ merchantId, saleId }) => {
    const sale = await store.sales.get(merchantId, saleId);
    if (!sale || sale.owner.customerId === null || sale.benefit.programVersion === null)
      throw new Error(`Sale ${saleId} has no benefit that time could change.`);
    const { customerId } = sale.owner;
    const version = await store.programs.version(merchantId, sale.benefit.programVersion);
    return store.wallets.change(merchantId, customerId, { saleId }, currentInstant(), (book, now) => {
      catchUp(book, now);
      const holdings = holdingsIn(book.wallet, saleId);
      const { outcome, change } = updatedSale(sale, holdings, version?.program ?? null, now);
      return { result: outcome, sale: change };
    });
  };
}
