import type { ActivityDeps } from '../runtime';
import { wakeSale } from '../../runs';

/** Tells sales that their value moved elsewhere. */
export function createWakeSales(
  deps: ActivityDeps,
): (merchantId: string, saleIds: string[], redemptionId: string) => Promise<void> {
  return async (merchantId, saleIds, redemptionId) => {
    for (const saleId of saleIds) {
      const sale = await deps.store.sales.get(merchantId, saleId);
      if (sale) await wakeSale(deps, sale, redemptionId);
    }
  };
}
