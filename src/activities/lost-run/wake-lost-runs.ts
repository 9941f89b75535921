import type { Instant } from '../../loyalty';
import { currentInstant, reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';

/** What a sweep has found of one merchant. */
export interface LostRuns {
  /** Sales and redemptions whose run was gone, and that have been woken. */
  sales: number;
  redemptions: number;
  /** What is late although its run is there: it is left to it. */
  late: number;
}

/** A page of what is overdue. */
const PAGE = 100;
/** A defect that has not come again for so long is taken for mended. */
const QUIET_MS = 86_400_000;

/**
 * Looks through what a merchant's value was to do by now and has not done, soonest due first, and wakes what has no run. Waking
 * is harmless where it was not needed: whatever is woken looks at the ledger.
 */
export function createWakeLostRuns({
  store,
  rescue,
  log,
}: ActivityDeps): (merchantId: string, lateMs: number) => Promise<LostRuns> {
  async function wakeSales(merchantId: string, until: Date, found: LostRuns): Promise<void> {
    for (let place: Place | null = START; place !== null;) {
      const page = await store.sales.overdue(merchantId, until, place, PAGE);
      for (const sale of page) {
        if (await rescue.sale(sale)) found.sales += 1;
        else found.late += 1;
      }
      reportProgress(found);
      place = nextPlace(page.map(({ id, benefit }) => ({ id, at: benefit.nextAt ?? 0 })));
    }
  }

  async function wakeRedemptions(merchantId: string, until: Date, found: LostRuns): Promise<void> {
    for (let place: Place | null = START; place !== null;) {
      const page = await store.redemptions.overdue(merchantId, until, place, PAGE);
      for (const { id: redemptionId } of page) {
        if (await rescue.redemption({ merchantId, redemptionId })) found.redemptions += 1;
        else found.late += 1;
      }
      reportProgress(found);
      place = nextPlace(page.map(({ id, reservedUntil }) => ({ id, at: reservedUntil })));
    }
  }

  return async (merchantId, lateMs) => {
    const now = currentInstant();
    const until = new Date(now - lateMs);
    const found: LostRuns = { sales: 0, redemptions: 0, late: 0 };
    await wakeSales(merchantId, until, found);
    await wakeRedemptions(merchantId, until, found);
    await store.alerts.resolve({ merchantId, kind: 'step_defect' }, new Date(now), new Date(now - QUIET_MS));
    if (found.sales + found.redemptions > 0) log.warn({ merchantId, ...found }, 'lost runs were woken');
    return found;
  };
}

/** Where a list goes on: after this one. */
type Place = { at: Instant; id: string };

const START: Place = { at: 0, id: '' };

function nextPlace(page: readonly Place[]): Place | null {
  return page.length < PAGE ? null : page.at(-1)!;
}
