import type { Entry, Lot, Wallet } from '..';
import { BUCKETS } from '..';
import type { LedgerProblem } from './ledger-problem';
import type { ReplayState } from './replay-state';
import { emptyBuckets } from './verify-replay';
import type { Replay } from './verify-replay';

/** Whether the stored lots are those that the entries made, and hold what the entries left in them, where they left it. */
export function lotProblems(
  wallets: readonly Pick<Wallet, 'customerId' | 'lots'>[],
  entries: readonly Entry[],
  replay: Replay,
  since: readonly ReplayState[],
): LedgerProblem[] {
  const all = wallets.flatMap(({ lots }) => lots);
  const byId = new Map(all.map((lot) => [lot.id, lot]));
  return [
    ...wallets.flatMap(({ customerId, lots }) => lots.flatMap((lot) => ownProblems(customerId, lot, replay))),
    ...[...replay.buckets.keys()]
      .filter((id) => !byId.has(id))
      .map((id) => ({ subject: id, problem: 'entries move a lot that is not stored' })),
    ...revisionProblems(all, replay),
    ...issueProblems(byId, entries, new Set(since.flatMap(({ buckets }) => Object.keys(buckets)))),
  ];
}

function ownProblems(customerId: string, lot: Lot, { buckets, owner }: Replay): LedgerProblem[] {
  const replayed = buckets.get(lot.id) ?? emptyBuckets();
  const whose = owner.get(lot.id) ?? null;
  const sum = BUCKETS.reduce((total, bucket) => total + lot.buckets[bucket], 0);
  return [
    ...(lot.customerId === customerId ? [] : [`belongs to ${lot.customerId}`]),
    ...(whose === customerId || !owner.has(lot.id)
      ? []
      : [`lies with ${customerId}, entries give it to ${whose ?? 'nobody'}`]),
    ...(sum === lot.amount ? [] : [`amount ${lot.amount} but buckets hold ${sum}`]),
    ...BUCKETS.filter((bucket) => lot.buckets[bucket] < 0).map(
      (bucket) => `${bucket} is negative: ${lot.buckets[bucket]}`,
    ),
    ...BUCKETS.filter((bucket) => lot.buckets[bucket] !== replayed[bucket]).map(
      (bucket) => `${bucket} is ${lot.buckets[bucket]}, entries give ${replayed[bucket]}`,
    ),
  ].map((problem) => ({ subject: lot.id, problem }));
}

/** One lot for each revision of a sale and rule (R22), in the ledger it was issued in. */
function revisionProblems(lots: readonly Lot[], { issuedIn }: Replay): LedgerProblem[] {
  const seen = new Set<string>();
  return lots
    .filter(({ id, customerId, saleId, ruleId, type, revision }) => {
      if (saleId === null) return false;
      const one = JSON.stringify([issuedIn.get(id) ?? customerId, saleId, ruleId, type, revision]);
      return seen.size === seen.add(one).size;
    })
    .map((lot) => ({ subject: lot.id, problem: `is a second lot of revision ${lot.revision} of its sale` }));
}

/** Every lot is issued once, for the sale and rule that it names. */
function issueProblems(
  lots: ReadonlyMap<string, Lot>,
  entries: readonly Entry[],
  issued: Set<string>,
): LedgerProblem[] {
  return entries.flatMap((entry) =>
    entry.moves
      .filter(({ from }) => from === 'issued')
      .flatMap(({ lotId }) => {
        const again = issued.size === issued.add(lotId).size;
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
