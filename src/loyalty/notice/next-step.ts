import type { Instant } from '../basis';
import type { Lot, Redemption } from '../ledger';
import type { DueNotice } from './due-notice';
import { beginsDay, spreadUntil } from './spread';

/**
 * What a sale's benefit waits for next: time does something to it, or its customer is given a notice. `at`: when it is due; `doAt`:
 * when it is carried out. Recorded histories of workflows hold these words: they never change.
 */
export type NextStep = { at: Instant; doAt: Instant } & (
  { do: 'activate' } | { do: 'expire' } | { do: 'letGo' } | { do: 'tell'; key: string }
);

/**
 * Which of what time will do to these lots and open reservations and of the notices to give is carried out first; null where
 * nothing is left to wait for. At one instant time comes first, so that a notice speaks of what has become of the lots.
 * @param moment of the sale, as `momentOf` says: where it stands among all for which the same is due at once
 */
export function nextStep(
  lots: readonly Lot[],
  notices: readonly DueNotice[],
  reservations: readonly Pick<Redemption, 'reservedUntil'>[] = [],
  moment = 0,
): NextStep | null {
  const from = (at: Instant, within = 0): Pick<NextStep, 'at' | 'doAt'> => ({
    at,
    doAt: at + Math.floor(moment * within),
  });
  const steps: NextStep[] = [
    ...lots.flatMap((lot) => lotSteps(lot).map((step) => ({ do: step.do, ...from(step.at, step.within) }))),
    ...reservations.map(({ reservedUntil }): NextStep => ({ do: 'letGo', ...from(reservedUntil) })),
    ...notices.map(({ at, key, within }): NextStep => ({ do: 'tell', key, ...from(at, within) })),
  ];
  const [first = null] = steps.sort((a, b) => a.doAt - b.doAt || RANK[a.do] - RANK[b.do]);
  return first;
}

const RANK = { activate: 0, expire: 1, letGo: 2, tell: 3 } as const;

/** What time will do to a lot, and how long it may wait. */
interface LotStep {
  do: 'activate' | 'expire';
  at: Instant;
  within: number;
}

/** An activation does not wait so long that no time to tell of the end is left. */
function lotSteps({ buckets, activatesAt, expiresAt, zone }: Lot): LotStep[] {
  const shared = (at: Instant, end: Instant | null): number =>
    beginsDay(at, zone) ? spreadUntil(at, end) : 0;
  return [
    ...(buckets.pending > 0
      ? [{ do: 'activate' as const, at: activatesAt, within: shared(activatesAt, expiresAt) }]
      : []),
    ...(buckets.active > 0 && expiresAt !== null
      ? [{ do: 'expire' as const, at: expiresAt, within: shared(expiresAt, null) }]
      : []),
  ];
}
