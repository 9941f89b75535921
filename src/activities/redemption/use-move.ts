import { Refusal, refuseOtherRequest, usedBy } from '../../loyalty';
import type { Book, NamedSale, Redemption, UseCall } from '../../loyalty';
import { lateRefusal, mayNameASale } from '../../store';
import type { Store, TakenCall } from '../../store';
import { currentInstant } from '../runtime';

/*
 * What every move of a use has in common, be it of balance or of a voucher: who caused it, which call has made it, and which
 * sales it concerns.
 */

/** The call that a move is made for, as it is taken. */
export interface MovingCall extends TakenCall {
  call: UseCall;
}

/**
 * Makes a move once for each call: one that was made, and whose answer did not arrive, is found by the call's id. A use that
 * began with this call has the call's id, and is found whatever has become of it since.
 * @param candidates the uses the call may have moved
 * @throws Refusal `idempotency_key_reused` where the call's key has done something else, or what a former version has kept no trace of;
 * `request_expired` where nothing was done and nobody waits for it any more
 */
export function oncePerCall(
  book: Book,
  { call, late, done: before }: MovingCall,
  candidates: readonly Redemption[],
  move: () => Redemption,
): Redemption {
  const done = usedBy(candidates, call);
  if (done) {
    refuseOtherRequest(done, call);
    return done;
  }
  if (late) throw lateRefusal(late);
  // A version that kept only the last call of a use has lost which one this was.
  if (before) throw new Refusal('idempotency_key_reused');
  const states = new Map(candidates.map((use) => [use.id, use.state]));
  const moved = move();
  const changesNothing = states.get(moved.id) === moved.state;
  if (!changesNothing || (moved.formerCalls ?? []).length < MOST_IDLE)
    book.changeRedemption(moved, keepingCall(moved, call));
  return moved;
}

/** So many calls that found a use as they wanted it are kept with it, however many a till makes. */
const MOST_IDLE = 100;

/** A use keeps every call there was about it: the one before the last may have used what the last gave back. */
function keepingCall(
  { id, lastCall, lastRequest, formerCalls = [] }: Redemption,
  call: UseCall,
): Partial<Redemption> {
  const kept = { lastCall: call.id, lastRequest: call.digest };
  if (call.id === id) return { ...kept, request: call.digest };
  if (lastCall === null || lastCall === id) return kept;
  const former = { id: lastCall, ...(lastRequest === undefined ? {} : { request: lastRequest }) };
  return { ...kept, formerCalls: [...formerCalls, former] };
}

/**
 * The sales that a moved use concerns, to look again: those it draws on, and the one it names, once it is confirmed or undone, as
 * that is calculated with it (R9). Where there is none, it is noted that nobody has to be told.
 */
export async function salesConcerned(
  { redemptions }: Pick<Store, 'redemptions'>,
  merchantId: string,
  use: Redemption,
  drawnOn: readonly string[] = [],
): Promise<string[]> {
  const isNamed = use.state === 'confirmed' || use.state === 'rolled_back';
  const named = isNamed ? await redemptions.name(merchantId, use, currentInstant()) : null;
  const concerned = new Set([...drawnOn, ...(named === null ? [] : [named])]);
  if (concerned.size === 0 && mayNameASale(use)) await redemptions.woken(merchantId, [use]);
  return [...concerned];
}

/** The sales that a use about to be made may mean (R46): of it only reference and store are known. */
export function salesMeant(
  { sales }: Pick<Store, 'sales'>,
  merchantId: string,
  { saleRef, storeId }: { saleRef: string | null; storeId: string | null },
): Promise<NamedSale[]> {
  return sales.meant(merchantId, { saleRef, storeId, reservedAt: currentInstant(), confirmedAt: null });
}
