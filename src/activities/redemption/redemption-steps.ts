import { requestDigest } from '../../ids';
import {
  balancesAt,
  balanceCall,
  catchUp,
  causeOf,
  confirm,
  LedgerError,
  Refusal,
  release,
  reserve,
  rollback,
} from '../../loyalty';
import type { Book, Cause, Instant, NamedSale, Redemption } from '../../loyalty';
import { redemptionsMoved } from '../../metrics';
import type { ActedBy, RedemptionInput, RedemptionReceipt, ReserveRequest } from '../../workflows';
import { currentInstant, spoken, waitedCall } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { ConcurrentChangeError, earlierReservation, salesDrawnOn } from '../../store';
import type { WaitedCall } from '../../store';
import { programInForce } from './program-in-force';
import { redemptionDetails } from './redemption-details';
import { redemptionReceipt } from './redemption-receipt';
import { reserveCommand } from './reserve-command';
import { oncePerCall, salesConcerned, salesMeant } from './use-move';

/** A step's answer, and the sales that have to look at their benefit again. */
export interface RedemptionStep {
  receipt: RedemptionReceipt;
  wake: string[];
  /** Markdown for the run's current details in the Temporal UI, in pt-BR; absent in a step that an older version has done. */
  details?: string;
}

/**
 * `callId` names the call that asked for the step: repeated after its answer was lost, it finds its work done. `validUntil`: until
 * when its caller waits, ISO 8601; nothing: without an end.
 */
type ActedStep = (
  input: RedemptionInput,
  by: ActedBy,
  callId: string,
  validUntil?: string | null,
) => Promise<RedemptionStep>;

/** The steps of a redemption. Each can be repeated: the state in MongoDB decides, not how often it was asked. */
export interface RedemptionSteps {
  reserveBalance(
    input: RedemptionInput,
    request: ReserveRequest,
    validUntil?: string | null,
  ): Promise<RedemptionStep>;
  confirmRedemption: ActedStep;
  releaseRedemption: ActedStep;
  rollbackRedemption: ActedStep;
  /** What time has made of a reservation: let go, where nobody confirmed it. */
  timeOutRedemption(input: RedemptionInput): Promise<RedemptionStep>;
}

/** A redemption as a step has left it, and the sales whose lots it draws on that have to look again. */
interface Moved {
  redemption: Redemption;
  wake: string[];
  /** What of the balance can be used after it. */
  left: number;
}

/** The redemption is not in the wallet where it was read to be. */
class NotInWalletError extends Error {
  override readonly name = 'NotInWalletError';
}

type Move = (
  book: Book,
  redemption: Redemption,
  cause: Cause,
  now: Instant,
  sales: readonly NamedSale[],
) => Redemption;

export function createRedemptionSteps({ store, log }: ActivityDeps): RedemptionSteps {
  /** @param waited the call of staff that it is for; null: time itself */
  async function step(
    input: RedemptionInput,
    asked: ActedBy,
    waited: WaitedCall | null,
    move: Move,
  ): Promise<RedemptionStep> {
    const { merchantId, redemptionId } = input;
    const callId = waited?.id ?? 'time-out';
    const known = await store.redemptions.get(merchantId, redemptionId);
    if (!known || known.type === 'voucher') throw new Refusal('redemption_not_found');
    const { customerId } = known;
    const { said, by } = await spoken(store, merchantId, callId, asked);
    const cause = causeOf({ kind: 'redemption', redemptionId, ...by });
    const call = { id: callId, digest: requestDigest(said), said: {} };
    const sales = known.saleId === null ? await salesMeant(store, merchantId, known) : [];
    const about = { redemptionId, ...(waited ? { call: waited } : {}) };
    const moved = await store.wallets
      .change(merchantId, customerId, about, currentInstant(), (book, now, _usage, taken) => {
        const found = book.wallet.redemptions.find(({ id }) => id === redemptionId);
        // Thrown here, so that the call is not taken for done.
        if (!found) throw new NotInWalletError();
        const redemption = oncePerCall(book, { call, ...taken }, [found], () =>
          move(book, found, cause, now, sales),
        );
        return { result: movedIn(book, redemption, now) };
      })
      .catch(async (error: unknown) => {
        throw error instanceof NotInWalletError ? await elsewhere(merchantId, known) : error;
      });
    log.info({ merchantId, redemptionId, state: moved.redemption.state }, 'redemption moved');
    redemptionsMoved.inc({ state: moved.redemption.state });
    return answer(merchantId, moved);
  }

  /** Why a redemption is not where it was read to be: a merge has just been undone, or the ledger does not hold. */
  async function elsewhere(merchantId: string, { id, customerId }: Redemption): Promise<Error> {
    const again = await store.redemptions.get(merchantId, id);
    return again?.customerId === customerId
      ? new LedgerError(`Redemption ${id} is not in its customer's wallet.`)
      : new ConcurrentChangeError(`Redemption ${id} has just gone to another customer.`);
  }

  async function answer(merchantId: string, { redemption, wake, left }: Moved): Promise<RedemptionStep> {
    return {
      receipt: { ...redemptionReceipt(redemption), left },
      wake: await salesConcerned(store, merchantId, redemption, wake),
      details: redemptionDetails(redemption),
    };
  }

  async function reserveBalance(
    input: RedemptionInput,
    asked: ReserveRequest,
    validUntil?: string | null,
  ): Promise<RedemptionStep> {
    const { merchantId, redemptionId } = input;
    const { said: request, by } = await spoken(store, merchantId, redemptionId, asked);
    const program = await programInForce(store, merchantId);
    const { saleRef } = request;
    const call = balanceCall(redemptionId, requestDigest(request), request);
    const known = await earlierReservation(store, merchantId, call, request.customerId);
    const sales = await salesMeant(store, merchantId, request);
    const refs = saleRef === null ? [] : [saleRef, ...sales.flatMap(({ names }) => names)];
    const named = { refs, saleIds: sales.flatMap(({ ids }) => ids) };
    const waited = waitedCall(redemptionId, validUntil);
    const reserved = await store.wallets.change(
      merchantId,
      known?.customerId ?? request.customerId,
      { redemptionId, call: waited, ...(refs.length === 0 ? {} : { named }) },
      currentInstant(),
      (book, now, _usage, taken) => {
        const redemption = oncePerCall(book, { call, ...taken }, book.wallet.redemptions, () =>
          reserve(book, reserveCommand(redemptionId, { ...request, keyId: by.keyId }, program, sales), now),
        );
        return { result: movedIn(book, redemption, now) };
      },
    );
    redemptionsMoved.inc({ state: reserved.redemption.state });
    return answer(merchantId, reserved);
  }

  const acted =
    (move: Move): ActedStep =>
    (input, by, callId, validUntil) =>
      step(input, by, waitedCall(callId, validUntil), move);

  return {
    reserveBalance,
    confirmRedemption: acted(confirm),
    releaseRedemption: acted(release),
    rollbackRedemption: acted(rollback),
    timeOutRedemption: (input) => step(input, NOBODY, null, letTimeDecide),
  };
}

/** What a move has come to, with what it has left as the clock has it. */
function movedIn(book: Book, redemption: Redemption, now: Instant): Moved {
  const { cashback, points } = balancesAt(book.wallet, now);
  const { active: left } = redemption.type === 'points' ? points : cashback;
  return { redemption: { ...redemption }, wake: salesDrawnOn(book, redemption), left };
}

const NOBODY: ActedBy = { operator: null, storeId: null };

/** Lets time pass and nothing else: a reservation past its end is let go by it. */
function letTimeDecide(book: Book, redemption: Redemption, _cause: Cause, now: Instant): Redemption {
  catchUp(book, now);
  return redemption;
}
