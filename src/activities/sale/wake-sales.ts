import type { ActivityDeps } from '../runtime';

/** Has sales look at their benefit again, because value of theirs moved elsewhere. `causeId` says what moved. */
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
