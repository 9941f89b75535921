import { saleInputOf } from '../../runs';
import type { Review } from '../../store';
import { ConcurrentChangeError } from '../../store';
import type { AppDeps } from '../http';

const ATTEMPTS = 5;

/** Both sales compare themselves again, and find what was decided. */
export async function settleSales(deps: AppDeps, { merchantId, subjects, id }: Review): Promise<void> {
  for (const saleId of subjects) await lookAgain(deps, merchantId, saleId, id);
}

async function lookAgain(deps: AppDeps, merchantId: string, saleId: string, reviewId: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const sale = await deps.store.sales.get(merchantId, saleId);
    if (!sale) return;
    const { version } = sale;
    try {
      await deps.store.sales.change({
        merchantId,
        id: saleId,
        version,
        patch: { purchase: { comparedAs: null } },
      });
    } catch (error) {
      if (error instanceof ConcurrentChangeError && attempt < ATTEMPTS) continue;
      throw error;
    }
    return deps.temporal.benefitMoved(saleInputOf(sale, deps.config.saleSettleMs), reviewId);
  }
}
