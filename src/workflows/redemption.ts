import {
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  patched,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import { Mutex } from 'async-mutex';
import type { RedemptionStep } from '../activities';
import { callId, waitedUntil } from './calls';
import { confirm, release, reserve, rollback, timeIsUp } from './definitions';
import type { RedemptionInput, RedemptionReceipt } from './definitions';
import { ACTED_BY, REDEMPTION_INPUT, refuseUnlikeCall, RESERVE } from './payload-shapes';
import { known, refuseInputUnlike } from './payloads';
import { endedRedemptionText, redemptionText } from './redemption-texts';
import { refusal } from './refusals';
import * as steps from './steps';

/** Past the end of a reservation by this much, so that the clock has certainly passed it when it is looked at. */
const MARGIN_MS = 50;

type State = RedemptionReceipt['state'];

/** A run whose first call was refused outright has nothing to do. */
const UNUSED = '1 minute';

/**
 * One use of balance: reserved over the soonest-expiring lots, then confirmed or released by staff, or let go by time.
 * A call after the end (the same one repeated, a roll-back) comes to a new run, which finds the state in the ledger.
 */
export async function redemption(input: RedemptionInput): Promise<RedemptionReceipt | null> {
  refuseInputUnlike(input, REDEMPTION_INPUT);
  const oneAtATime = new Mutex();
  const run = {
    asked: false,
    lookAgain: false,
    receipt: null as RedemptionReceipt | null,
    wake: new Set<string>(),
    details: '',
  };

  setHandler(
    reserve,
    (asked) => take(() => steps.reserveBalance(input, known(asked, RESERVE), waitedUntil(asked))),
    { validator: (asked) => refuseUnlikeCall(asked, RESERVE) },
  );
  const act = (update: typeof confirm, step: typeof steps.confirmRedemption, ...past: State[]): void =>
    setHandler(update, (by) => take(() => step(input, known(by, ACTED_BY), callId(), waitedUntil(by))), {
      validator: (by) => refuseIn(by, past),
    });
  act(confirm, steps.confirmRedemption, 'released', 'expired');
  act(release, steps.releaseRedemption);
  act(rollback, steps.rollbackRedemption, 'rolled_back');
  setHandler(timeIsUp, () => {
    run.asked = true;
    run.lookAgain = true;
  });

  try {
    return await live();
  } catch (error) {
    if (!isCancellation(error) || !patched('orderly-end')) throw error;
    await CancellationScope.nonCancellable(endInOrder);
    throw error;
  }

  async function live(): Promise<RedemptionReceipt | null> {
    await condition(() => run.asked, UNUSED);
    for (;;) {
      await condition(allHandlersFinished);
      if (run.lookAgain) await letTimeDecide();
      else if (run.wake.size > 0) await wakeSales();
      else if (isReserved()) await waitForTheEnd();
      else return run.receipt;
    }
  }

  /** Steps run one after the other, each on the state the one before has left; a cancellation of the run lets them finish. */
  async function take(step: () => Promise<RedemptionStep>): Promise<RedemptionReceipt> {
    run.asked = true;
    return oneAtATime.runExclusive(async () => {
      const { receipt, wake, details } = await CancellationScope.nonCancellable(step);
      for (const saleId of wake) run.wake.add(saleId);
      run.receipt = receipt;
      run.details = details ?? redemptionText(receipt);
      setCurrentDetails(run.details);
      return receipt;
    });
  }

  async function wakeSales(): Promise<void> {
    const saleIds = [...run.wake];
    run.wake.clear();
    await steps.wakeSales(input.merchantId, saleIds, input.redemptionId);
  }

  async function letTimeDecide(): Promise<void> {
    run.lookAgain = false;
    await take(() => steps.timeOutRedemption(input));
  }

  async function waitForTheEnd(): Promise<void> {
    const ms = Math.max(0, Date.parse(run.receipt!.reservedUntil) - Date.now()) + MARGIN_MS;
    const stirred = (): boolean => !isReserved() || run.lookAgain;
    const ended = await condition(stirred, ms, { summary: 'Fim da reserva: devolver o saldo' });
    if (!ended) await letTimeDecide();
  }

  /** Somebody has cancelled the run: what staff asked for is finished. A reservation stays, and its end is found by the sweep. */
  async function endInOrder(): Promise<void> {
    await condition(allHandlersFinished);
    if (run.wake.size > 0) await wakeSales();
    setCurrentDetails(endedRedemptionText(run.receipt, run.details, Date.now()));
  }

  function isReserved(): boolean {
    return run.receipt?.state === 'reserved';
  }

  function refuseIn(by: unknown, states: readonly State[]): void {
    refuseUnlikeCall(by, ACTED_BY);
    const state = run.receipt?.state;
    if (state === undefined || !states.includes(state)) return;
    throw refusal(state === 'rolled_back' ? 'already_rolled_back' : 'reservation_expired');
  }
}
