import type { Move } from './entry';
import { LedgerError } from './ledger-error';
import type { Lot, LotType } from './lot';

/**
 * Moves an amount of a lot from one bucket to another; what is issued adds to the lot's amount. The lot given is changed.
 * @throws LedgerError for a lot of another type, an amount that is no whole number from 0, or one the bucket does not hold
 */
export function applyMove(lot: Lot, move: Move, benefit: LotType): Lot {
  if (lot.type !== benefit) throw new LedgerError(`Lot ${lot.id} holds ${lot.type}, not ${benefit}.`);
  if (!Number.isSafeInteger(move.amount) || move.amount < 0)
    throw new LedgerError(`A move of ${move.amount} on lot ${lot.id} is not a whole positive amount.`);
  if (move.from === 'issued') {
    lot.amount += move.amount;
  } else {
    if (lot.buckets[move.from] < move.amount)
      throw new LedgerError(`Lot ${lot.id} has ${lot.buckets[move.from]} ${move.from}, not ${move.amount}.`);
    lot.buckets[move.from] -= move.amount;
  }
  lot.buckets[move.to] += move.amount;
  return lot;
}
