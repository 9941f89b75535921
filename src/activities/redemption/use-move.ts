import { refuseOtherRequest, usedBy } from '../../loyalty';
import type { Book, NamedSale, Redemption, UseCall } from '../../loyalty';
import { lateRefusal, mayNameASale } from '../../store';
import type { Lateness, Store } from '../../store';
import { currentInstant } from '../runtime';

/*
 * What every move of a use has in common, be it of balance or of a voucher: who caused it, which call has made it, and which
 * sales it concerns.
 */

/** The call that a move is made for; `late`: nobody waits for it any more. */
export interface MovingCall {
  call: UseCall;
  late: Lateness | null;
}

/**
 * Makes a move once for each call: one that was made, and whose answer did not arrive, is found by the call's id. A use that
 * began with this call has the call's id, and is found whatever has become of it since.
 * @param candidates the uses the call may have moved
 * @throws Refusal `idempotency_key_reused` where the call's key has done something else; `request_expired` where nothing was done and
 * nobody waits for it any more
 */
export function oncePerCall(
  book: Book,
  { call, late }: MovingCall,
  candidates: readonly Redemption[],
  move: () => Redemption,
): Redemption {
  const done = usedBy(candidates, call);
  if (done) {
    refuseOtherRequest(done, call);
    return done;
  }
  if (late) throw lateRefusal(late);
  const moved = move();
  const made = moved.id === call.id ? { request: call.digest } : {};
  book.changeRedemption(moved, { lastCall: call.id, lastRequest: call.digest, ...made });
  return moved;
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
