import type { Instant } from '../../loyalty';
import type { Review } from '../../store';
import { ConcurrentChangeError } from '../../store';
import type { AppDeps } from '../http';

const ATTEMPTS = 5;

/** Both sales compare themselves again, and find what was decided. */
export async function compareSalesAgain(
  deps: AppDeps,
  { merchantId, subjects, id }: Review,
  { now }: { now: Date },
): Promise<void> {
  for (const saleId of subjects) await lookAgain(deps, merchantId, saleId, id, now.getTime());
}

async function lookAgain(
  deps: AppDeps,
  merchantId: string,
  saleId: string,
  reviewId: string,
  now: Instant,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const sale = await deps.store.sales.get(merchantId, saleId);
    if (!sale) return;
    try {
      await deps.store.sales.change({
        sale,
        patch: { purchase: { comparedAs: null }, benefit: { nextAt: now } },
      });
    } catch (error) {
      if (error instanceof ConcurrentChangeError && attempt < ATTEMPTS) continue;
      throw error;
    }
    return deps.runs.benefitMoved(sale, reviewId);
  }
}
