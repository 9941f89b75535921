import { activityInfo } from '@temporalio/activity';
import { noteProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';

/** Has sales look at their benefit again, because value of theirs moved elsewhere. `causeId` says what moved. */
type WakeSales = (merchantId: string, saleIds: string[], causeId: string) => Promise<void>;

export function createWakeSales({ store, runs }: ActivityDeps): WakeSales {
  return async (merchantId, saleIds, causeId) => {
    for (const saleId of saleIds) {
      const sale = await store.sales.get(merchantId, saleId);
      if (sale) await runs.benefitMoved(sale, causeId);
    }
  };
}

/**
 * The same as a step of its own: one use of balance may concern the sales of thousands of lots. Another attempt goes on after the
 * last sale that the one before has woken; a cancellation of the run that asked for it leaves none of them asleep.
 */
export function createWakeSalesStep(deps: ActivityDeps): WakeSales {
  const wake = createWakeSales(deps);
  return async (merchantId, saleIds, causeId) => {
    const before = activityInfo().heartbeatDetails as { woken: number } | undefined;
    for (let woken = before?.woken ?? 0; woken < saleIds.length; woken += 1) {
      noteProgress({ woken });
      await wake(merchantId, saleIds.slice(woken, woken + 1), causeId);
    }
  };
}
