import { Refusal } from '../../loyalty';
import type { CustomerMergeInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { wakeMovedSales } from './wake-moved-sales';
import type { Waking } from './wake-moved-sales';

/** The steps of making two records of one person one. Each can be repeated. */
export interface CustomerMergeSteps {
  /** Makes a merge that was proved. `merged` false: it cannot be made any more, and whoever looks next finds out what can. */
  mergeCustomers(input: CustomerMergeInput): Promise<{ merged: boolean }>;
  /** Wakes the next of the sales that changed hands, after the first `skip`. */
  wakeMovedSales(input: CustomerMergeInput, skip: number): Promise<Waking>;
}

export function createCustomerMergeSteps({ store, runs, log }: ActivityDeps): CustomerMergeSteps {
  return {
    async mergeCustomers({ merchantId, mergeId, proven }) {
      if (!proven) return { merged: true };
      const order = { id: mergeId, merchantId, ...proven, automatic: true, force: false };
      try {
        const made = await store.merges.merge({ ...order, operator: null, reason: null }, currentInstant());
        log.info({ merchantId, mergeId, sales: made.saleIds.length }, 'customers merged');
        return { merged: true };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        log.info({ merchantId, mergeId, code: error.code }, 'customers not merged');
        return { merged: false };
      }
    },
    wakeMovedSales: ({ merchantId, mergeId, undone }, skip) =>
      wakeMovedSales(
        { sales: store.sales, merges: store.merges, runs },
        { merchantId, id: mergeId, undone },
        skip,
      ),
  };
}
