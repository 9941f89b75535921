import type { Instant } from '../basis';
import type { Lot, Redemption } from '../ledger';
import type { DueNotice } from './due-notice';

/**
 * What a sale's benefit waits for next: time does something to it, or its customer is given a notice. Recorded histories of
 * workflows hold these words: they never change.
 */
export type NextStep =
  | { do: 'activate'; at: Instant }
  | { do: 'expire'; at: Instant }
  | { do: 'letGo'; at: Instant }
  | { do: 'tell'; at: Instant; key: string };

/**
 * The earliest of what time will do to these lots and open reservations and of the notices to give; null where nothing is
 * left to wait for. At one instant time comes first, so that a notice speaks of what has become of the lots.
 */
export function nextStep(
  lots: readonly Lot[],
  notices: readonly DueNotice[],
  reservations: readonly Pick<Redemption, 'reservedUntil'>[] = [],
): NextStep | null {
  const steps: NextStep[] = [
    ...lots.flatMap(lotSteps),
    ...reservations.map(({ reservedUntil }): NextStep => ({ do: 'letGo', at: reservedUntil })),
    ...notices.map(({ at, key }): NextStep => ({ do: 'tell', at, key })),
  ];
  const [first = null] = steps.sort((a, b) => a.at - b.at || RANK[a.do] - RANK[b.do]);
  return first;
}

const RANK = { activate: 0, expire: 1, letGo: 2, tell: 3 } as const;

function lotSteps({ buckets, activatesAt, expiresAt }: Lot): NextStep[] {
  return [
    ...(buckets.pending > 0 ? [{ do: 'activate' as const, at: activatesAt }] : []),
    ...(buckets.active > 0 && expiresAt !== null ? [{ do: 'expire' as const, at: expiresAt }] : []),
  ];
}
