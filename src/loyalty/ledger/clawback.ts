import type { Instant } from '../basis';
import type { Book } from './book';
import { draw, sumBucket } from './draw';
import type { Cause, EntryType, Move, MovedBy } from './entry';
import { ownLots } from './grant';
import type { Grant } from './grant';
import { isBalance } from './lot';
import type { Lot } from './lot';

/** How far taking back may go: only what the sale's own lots still hold; other lots too, down to zero; or beyond that into debt. */
export type ClawbackPolicy = 'pending_only' | 'to_zero' | 'allow_debt';

/**
 * Takes `amount` back in the order of R23: own pending, own active, what of it lapsed unused, other active lots,
 * then debt or letting off. Reserved amounts are never touched. A voucher loses what is unused of it, and nobody owes the
 * rest (R27).
 * @param by who has changed the sale @param from of which of its own lots
 */
export function clawBack(
  book: Book,
  grant: Grant,
  amount: number,
  { policy, by }: { policy: ClawbackPolicy; by?: MovedBy | undefined },
  now: Instant,
  from: (lot: Lot) => boolean = () => true,
): void {
  const round = grant.clawbacks + 1;
  const post = poster(book, grant, round, now, by);
  const own = ownLots(book.lotsByUse(grant.type), grant).filter(from);
  let rest = amount;

  const pending = draw(own, rest, 'pending', 'reversed');
  post('CANCEL_PENDING', pending.moves);
  rest -= pending.drawn;

  const active = draw(own, rest, 'active', 'reversed');
  rest -= active.drawn;
  const lapsed = Math.min(rest, lapsedUncounted(book, grant, own));
  rest -= lapsed;
  const others =
    policy === 'pending_only' || !isBalance(grant.type)
      ? { moves: [], drawn: 0 }
      : draw(otherLots(book, grant), rest, 'active', 'reversed');
  rest -= others.drawn;
  post('CLAWBACK', [...active.moves, ...others.moves]);

  const debt = policy === 'allow_debt' && isBalance(grant.type) ? rest : 0;
  post('DEBT_OPEN', [], debt);
  const letOff = rest - debt;
  book.changeGrant(grant, {
    clawbacks: round,
    taken: grant.taken + (amount - lapsed - letOff),
    lapsed: grant.lapsed + lapsed,
    letOff: grant.letOff + letOff,
  });
}

/** Posts entries of this round of taking back; the round is part of their natural keys. */
function poster(
  book: Book,
  grant: Grant,
  round: number,
  at: Instant,
  by: MovedBy | undefined,
): (type: EntryType, moves: Move[], debt?: number) => void {
  const cause: Cause = { kind: 'sale', saleId: grant.saleId, ...by };
  const { programVersion, ruleId } = grant;
  const suffix = `${grant.saleId}/${ruleId}/${grant.customerId}/${round}`;
  return (type, moves, debt = 0) =>
    book.post(grant.type, {
      type,
      key: `${keyPrefix(type)}/${suffix}`,
      at,
      cause,
      programVersion,
      ruleId,
      moves,
      debt,
    });
}

function keyPrefix(type: EntryType): string {
  return type.toLowerCase().replace('_', '-');
}

function otherLots(book: Book, grant: Grant): Lot[] {
  return book.lotsByUse(grant.type).filter((lot) => lot.saleId !== grant.saleId);
}

/** What of the sale's own lots expired unused and has not been counted as taken back before. */
function lapsedUncounted(book: Book, grant: Grant, own: readonly Lot[]): number {
  const counted = book.wallet.grants
    .filter((other) => other.saleId === grant.saleId && other.type === grant.type)
    .filter((other) => isBalance(grant.type) || other.ruleId === grant.ruleId)
    .reduce((sum, other) => sum + other.lapsed, 0);
  return Math.max(0, sumBucket(own, 'expired') - counted);
}
