import type { Instant } from '../basis';
import type { Lot, Redemption } from '../ledger';
import type { DueNotice } from './due-notice';
import { beginsDay, spreadUntil } from './spread';

/**
 * What a sale's benefit waits for next: time does something to it, or its customer is given a notice. `at`: when it is due; `doAt`:
 * when it is carried out. Recorded histories of workflows hold these words: they never change.
 */
export type NextStep = Deed & { at: Instant; doAt: Instant };

type Deed = { do: 'activate' } | { do: 'expire' } | { do: 'letGo' } | { do: 'tell'; key: string };

/** What is due, and how long it may wait where many are due with it. */
type Due = Deed & Pick<DueNotice, 'at' | 'within'>;

/**
 * Which of what time will do to these lots and open reservations and of the notices to give is carried out first; null where
 * nothing is left to wait for. What time has done by now comes first, however long a notice has been due, and at one instant time does:
 * so no notice holds time up, and each speaks of what has become of the lots.
 * @param moment of the sale, as `momentOf` says: where it stands among all for which the same is due at once
 */
export function nextStep(
  lots: readonly Lot[],
  notices: readonly DueNotice[],
  reservations: readonly Pick<Redemption, 'reservedUntil'>[] = [],
  moment = 0,
  now: Instant = 0,
): NextStep | null {
  const due: Due[] = [
    ...lots.flatMap(lotSteps),
    ...reservations.map(({ reservedUntil }): Due => ({ do: 'letGo', at: reservedUntil })),
    ...notices.map((notice): Due => ({ do: 'tell', ...notice })),
  ];
  const steps = due.map(({ within = 0, ...step }): NextStep => ({
    ...step,
    doAt: step.at + Math.floor(moment * within),
  }));
  const isTimes = (step: NextStep): boolean => step.do !== 'tell' && step.doAt <= now;
  const [first = null] = steps.sort(
    (a, b) => Number(isTimes(b)) - Number(isTimes(a)) || a.doAt - b.doAt || RANK[a.do] - RANK[b.do],
  );
  return first;
}

const RANK = { activate: 0, expire: 1, letGo: 2, tell: 3 } as const;

/** An activation does not wait so long that no time to tell of the end is left. */
function lotSteps({ buckets, activatesAt, expiresAt, zone }: Lot): Due[] {
  const wait = (at: Instant, end: Instant | null): Pick<Due, 'within'> =>
    beginsDay(at, zone) ? { within: spreadUntil(at, end) } : {};
  const steps: Due[] = [];
  if (buckets.pending > 0) steps.push({ do: 'activate', at: activatesAt, ...wait(activatesAt, expiresAt) });
  if (buckets.active > 0 && expiresAt !== null)
    steps.push({ do: 'expire', at: expiresAt, ...wait(expiresAt, null) });
  return steps;
}
