import type { ActivityDeps } from '../runtime';

/** Tells sales that their value moved elsewhere. */
export function createWakeSales({
  store,
  runs,
}: ActivityDeps): (merchantId: string, saleIds: string[], causeId: string) => Promise<void> {
  return async (merchantId, saleIds, causeId) => {
    for (const saleId of saleIds) {
      const sale = await store.sales.get(merchantId, saleId);
      if (sale) await runs.benefitMoved(sale, causeId);
    }
  };
}
