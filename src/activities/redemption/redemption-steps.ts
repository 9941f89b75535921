import { ApplicationFailure } from '@temporalio/common';
import { catchUp, confirm, isOpen, LedgerError, release, reserve, rollback } from '../../loyalty';
import type { Book, Cause, Instant, Redemption } from '../../loyalty';
import type { ActedBy, RedemptionInput, RedemptionReceipt, ReserveRequest } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { causeOf, receiptOf } from './redemption-receipt';
import { reserveCommand } from './reserve-command';

/** A step's answer, and the sales that have to look at their benefit again. */
export interface RedemptionStep {
  receipt: RedemptionReceipt;
  wake: string[];
}

/** `callId` names the call that asked for the step: repeated after its answer was lost, it finds its work done. */
type ActedStep = (input: RedemptionInput, by: ActedBy, callId: string) => Promise<RedemptionStep>;

/** The steps of a redemption. Each can be repeated: the state in MongoDB decides, not how often it was asked. */
export interface RedemptionSteps {
  reserveBalance(input: RedemptionInput, request: ReserveRequest): Promise<RedemptionStep>;
  confirmRedemption: ActedStep;
  releaseRedemption: ActedStep;
  rollbackRedemption: ActedStep;
  /** What time has made of a reservation: let go, where nobody confirmed it. */
  timeOutRedemption(input: RedemptionInput): Promise<RedemptionStep>;
}

type Move = (book: Book, redemption: Redemption, cause: Cause, now: Instant) => Redemption;

export function createRedemptionSteps({ store, log }: ActivityDeps): RedemptionSteps {
  async function step(
    input: RedemptionInput,
    by: ActedBy,
    callId: string,
    move: Move,
  ): Promise<RedemptionStep> {
    const { merchantId, redemptionId } = input;
    const known = await store.redemptions.get(merchantId, redemptionId);
    if (!known || known.type === 'voucher') throw unknownRedemption();
    const cause = causeOf(redemptionId, by);
    const moved = await store.wallets.change(
      merchantId,
      known.customerId,
      { redemptionId },
      currentInstant(),
      (book, now) => {
        const found = redemptionIn(book, redemptionId);
        const redemption = found.lastCall === callId ? found : move(book, found, cause, now);
        if (redemption.lastCall !== callId) book.changeRedemption(redemption, { lastCall: callId });
        return { result: { redemption: { ...redemption }, wake: salesToWake(book, redemption) } };
      },
    );
    log.info({ merchantId, redemptionId, state: moved.redemption.state }, 'redemption moved');
    return stepOf(merchantId, moved);
  }

  async function stepOf(
    merchantId: string,
    { redemption, wake }: { redemption: Redemption; wake: string[] },
  ): Promise<RedemptionStep> {
    const settled = redemption.state === 'confirmed' || redemption.state === 'rolled_back';
    const named =
      settled && redemption.saleRef !== null ? await store.sales.named(merchantId, redemption.saleRef) : [];
    return { receipt: receiptOf(redemption), wake: [...new Set([...wake, ...named.map(({ id }) => id)])] };
  }

  async function reserveBalance(input: RedemptionInput, request: ReserveRequest): Promise<RedemptionStep> {
    const { merchantId, redemptionId } = input;
    const program = (await store.programs.current(merchantId))?.program ?? null;
    const saleRef = request.saleRef ?? undefined;
    const reserved = await store.wallets.change(
      merchantId,
      request.customerId,
      { redemptionId, ...(saleRef === undefined ? {} : { saleRef }) },
      currentInstant(),
      (book, now) => {
        const known = book.wallet.redemptions.find(({ id }) => id === redemptionId);
        const redemption = known ?? reserve(book, reserveCommand(redemptionId, request, program), now);
        return { result: { redemption: { ...redemption }, wake: salesToWake(book, redemption) } };
      },
    );
    return stepOf(merchantId, reserved);
  }

  return {
    reserveBalance,
    confirmRedemption: (input, by, callId) => step(input, by, callId, confirm),
    releaseRedemption: (input, by, callId) => step(input, by, callId, release),
    rollbackRedemption: (input, by, callId) => step(input, by, callId, rollback),
    timeOutRedemption: (input) => step(input, NOBODY, 'time-out', letTimeDecide),
  };
}

const NOBODY: ActedBy = { operator: null, storeId: null };

/** Lets time pass and nothing else: a reservation past its end is let go by it. */
function letTimeDecide(book: Book, redemption: Redemption, _cause: Cause, now: Instant): Redemption {
  catchUp(book, now);
  return redemption;
}

/** Sales whose lots were used up, or came back to life: their timers are no longer right. */
function salesToWake(book: Book, redemption: Redemption): string[] {
  if (redemption.state === 'reserved') return [];
  // Lots that went to another customer when a merge was undone are not here; this redemption moves them no more.
  const drawn = new Set(redemption.draws.map(({ lotId }) => lotId));
  const lots = book.wallet.lots.filter(({ id }) => drawn.has(id));
  const concerned = redemption.state === 'confirmed' ? lots.filter((lot) => !isOpen(lot)) : lots;
  return [...new Set(concerned.map((lot) => lot.saleId).filter((saleId) => saleId !== null))];
}

function redemptionIn(book: Book, redemptionId: string): Redemption {
  const redemption = book.wallet.redemptions.find(({ id }) => id === redemptionId);
  if (!redemption) throw new LedgerError(`Redemption ${redemptionId} is not in its customer's wallet.`);
  return redemption;
}

function unknownRedemption(): ApplicationFailure {
  const type = 'redemption_not_found';
  return ApplicationFailure.create({ type, message: `Refused: ${type}`, nonRetryable: true, details: [{}] });
}
