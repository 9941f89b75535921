import { mustBeCalculated, saleRecord } from '../../../loyalty';
import type { Instant, LedgerProblem, Redemption, SaleRecord } from '../../../loyalty';
import type { StoredCustomer } from './stored-customer';
import type { UsedSale } from './used-sales';

/** A use that was confirmed, or undone after that. */
interface Move {
  use: Redemption;
  at: Instant;
  to: 'confirmed' | 'rolled_back';
}

/** So long after a use was moved its sale has been told of it, and calculated, whatever was down meanwhile. */
const TOLD_WITHIN_MS = 86_400_000;

/**
 * A sale that was paid with benefit earns on the rest, and on all of it again once that was undone (R9): whatever became of the mark by
 * which it is told, it was calculated since. Only what nothing but its uses has changed since is judged: all else is settled by a run.
 */
export function useProblems(
  { redemptions, usedSales }: Pick<StoredCustomer, 'redemptions' | 'usedSales'>,
  now: Instant,
): LedgerProblem[] {
  return redemptions.flatMap(({ _id, saleId, unwoken }) => {
    const used = usedSales.get(saleId ?? '');
    // One whose sale is still to be told is the sweep's, which says so where it cannot.
    if (!used || unwoken || isJustTold(used, now)) return [];
    return missed(used)
      .filter(({ use, at }) => use.id === _id && at <= now - TOLD_WITHIN_MS)
      .map(({ to }) => ({
        subject: _id,
        problem: `was ${WORDS[to]}, and ${used.sale.id}, which it paid, was not calculated since`,
      }));
  });
}

/** A use of long ago may be kept with the sale since today: its run is about to hear of it. */
function isJustTold({ sale }: UsedSale, now: Instant): boolean {
  return sale.purchase.tellings.some(({ at }) => at <= now && at > now - TOLD_WITHIN_MS);
}

const WORDS = { confirmed: 'confirmed', rolled_back: 'rolled back' } as const;

/** The moves of its uses without which the sale would be what it is. */
function missed({ sale, uses }: UsedSale): readonly Move[] {
  const record = saleRecord(sale);
  if (!mustBeCalculated(record, uses)) return [];
  const moves = uses.flatMap(movesOf).sort((one, other) => other.at - one.at);
  const last = moves.findIndex((_, place) => standsBefore(record, uses, moves.slice(0, place + 1)));
  return moves.slice(0, last + 1);
}

function movesOf(use: Redemption): Move[] {
  const { state, confirmedAt, closedAt } = use;
  return [
    ...(confirmedAt === null ? [] : [{ use, at: confirmedAt, to: 'confirmed' as const }]),
    ...(closedAt === null || state !== 'rolled_back'
      ? []
      : [{ use, at: closedAt, to: 'rolled_back' as const }]),
  ];
}

/** Whether the sale is as it was calculated before these moves. */
function standsBefore(sale: SaleRecord, uses: readonly Redemption[], moves: readonly Move[]): boolean {
  const before = uses.map((use): Redemption => {
    const undone = moves.filter((move) => move.use === use).map(({ to }) => to);
    if (undone.includes('confirmed')) return { ...use, state: 'reserved' };
    return undone.length === 0 ? use : { ...use, state: 'confirmed' };
  });
  return !mustBeCalculated(sale, before);
}
