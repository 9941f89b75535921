import { catchUp, patched } from '../../loyalty';
import type { SaleInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { outcomeOf, saleChangeOf } from './sale-outcome';
import type { SaleOutcome } from './sale-outcome';
import { statusFields, valueOf } from './sale-value';

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
      const value = valueOf(book.wallet, saleId);
      const patch = { benefit: statusFields(sale, value) };
      return {
        result: outcomeOf(patched(sale, patch), value, version?.program ?? null, now),
        sale: saleChangeOf(sale, patch),
      };
    });
  };
}
