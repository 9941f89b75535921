import type { Entry } from './entry';
import type { LedgerProblem } from './ledger-problem';
import { BUCKETS } from './lot';
import type { BenefitType, Bucket, Lot } from './lot';

type Buckets = Record<Bucket, number>;

/** What the entries alone say, from nothing. */
export interface Replay {
  buckets: Map<string, Buckets>;
  debt: Record<BenefitType, number>;
  problems: LedgerProblem[];
}

/** Replays the moves in order; a bucket or a debt that would fall below zero on the way is a problem. */
export function replayMoves(entries: readonly Entry[]): Replay {
  const buckets = new Map<string, Buckets>();
  const debt = { cashback: 0, points: 0 };
  const problems: LedgerProblem[] = [];
  for (const { key, moves, benefit, debt: change } of entries) {
    for (const { lotId, from, to, amount } of moves) {
      const lot = buckets.get(lotId) ?? emptyBuckets();
      buckets.set(lotId, lot);
      if (from !== 'issued') lot[from] -= amount;
      lot[to] += amount;
      if (from !== 'issued' && lot[from] < 0)
        problems.push({ subject: key, problem: `takes more from ${from} of lot ${lotId} than was there` });
    }
    debt[benefit] += change;
    if (debt[benefit] < 0) problems.push({ subject: key, problem: 'pays more debt than was owed' });
  }
  return { buckets, debt, problems };
}

/** Whether the stored lots are those that the entries made, and hold what the entries left in them. */
export function lotProblems(
  customerId: string,
  lots: ReadonlyMap<string, Lot>,
  entries: readonly Entry[],
  replay: Replay,
): LedgerProblem[] {
  return [
    ...[...lots.values()].flatMap((lot) => bucketProblems(customerId, lot, replay.buckets.get(lot.id))),
    ...[...replay.buckets.keys()]
      .filter((id) => !lots.has(id))
      .map((id) => ({ subject: id, problem: 'entries move a lot that is not stored' })),
    ...revisionProblems([...lots.values()]),
    ...birthProblems(lots, entries),
  ];
}

function emptyBuckets(): Buckets {
  return { pending: 0, active: 0, reserved: 0, spent: 0, expired: 0, reversed: 0 };
}

function bucketProblems(customerId: string, lot: Lot, replayed = emptyBuckets()): LedgerProblem[] {
  const sum = BUCKETS.reduce((total, bucket) => total + lot.buckets[bucket], 0);
  return [
    ...(lot.customerId === customerId ? [] : [`belongs to ${lot.customerId}`]),
    ...(sum === lot.amount ? [] : [`amount ${lot.amount} but buckets hold ${sum}`]),
    ...BUCKETS.filter((bucket) => lot.buckets[bucket] < 0).map(
      (bucket) => `${bucket} is negative: ${lot.buckets[bucket]}`,
    ),
    ...BUCKETS.filter((bucket) => lot.buckets[bucket] !== replayed[bucket]).map(
      (bucket) => `${bucket} is ${lot.buckets[bucket]}, entries give ${replayed[bucket]}`,
    ),
  ].map((problem) => ({ subject: lot.id, problem }));
}

/** One lot for each revision of a sale and rule (R22). */
function revisionProblems(lots: readonly Lot[]): LedgerProblem[] {
  const seen = new Set<string>();
  return lots
    .filter(({ saleId, ruleId, type, revision }) => {
      if (saleId === null) return false;
      return seen.size === seen.add(JSON.stringify([saleId, ruleId, type, revision])).size;
    })
    .map((lot) => ({ subject: lot.id, problem: `is a second lot of revision ${lot.revision} of its sale` }));
}

/** Every lot is issued once, for the sale and rule that it names. */
function birthProblems(lots: ReadonlyMap<string, Lot>, entries: readonly Entry[]): LedgerProblem[] {
  const born = new Set<string>();
  return entries.flatMap((entry) =>
    entry.moves
      .filter(({ from }) => from === 'issued')
      .flatMap(({ lotId }) => {
        const again = born.size === born.add(lotId).size;
        const lot = lots.get(lotId);
        const foreign =
          lot !== undefined &&
          (lot.saleId !== (entry.cause.saleId ?? null) ||
            lot.ruleId !== entry.ruleId ||
            lot.programVersion !== entry.programVersion);
        return [
          ...(again ? [{ subject: lotId, problem: 'earned more than once' }] : []),
          ...(foreign ? [{ subject: lotId, problem: `was earned otherwise than ${entry.key} says` }] : []),
        ];
      }),
  );
}
