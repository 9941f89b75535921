import { allHandlersFinished, condition, setCurrentDetails, setHandler } from '@temporalio/workflow';
import { Mutex } from 'async-mutex';
import type { RedemptionStep } from '../activities';
import { callId } from './calls';
import { confirm, release, reserve, rollback } from './definitions';
import type { RedemptionInput, RedemptionReceipt, ReserveRequest } from './definitions';
import { isWhole, refusal } from './refusals';
import * as steps from './steps';

/** Past the end of a reservation by this much, so that the clock has certainly passed it when it is looked at. */
const MARGIN_MS = 50;

/** A run whose first call was refused outright has nothing to do. */
const UNUSED = '1 minute';

/**
 * One use of balance: reserved over the soonest-expiring lots, then confirmed or released by staff, or let go by time.
 * A call after the end (the same one repeated, a roll-back) comes to a new run, which finds the state in the ledger.
 */
export async function redemption(input: RedemptionInput): Promise<RedemptionReceipt | null> {
  const oneAtATime = new Mutex();
  const run = { asked: false, receipt: null as RedemptionReceipt | null, wake: new Set<string>() };

  setHandler(reserve, (request) => take(() => steps.reserveBalance(input, request)), {
    validator: refuseNonsense,
  });
  setHandler(confirm, (by) => take(() => steps.confirmRedemption(input, by, callId())), {
    validator: (_by) => refuseIn('released', 'expired'),
  });
  setHandler(release, (by) => take(() => steps.releaseRedemption(input, by, callId())));
  setHandler(rollback, (by) => take(() => steps.rollbackRedemption(input, by, callId())), {
    validator: (_by) => refuseIn('rolled_back'),
  });

  await condition(() => run.asked, UNUSED);
  for (;;) {
    await condition(allHandlersFinished);
    if (run.wake.size > 0) await wakeSales();
    else if (isReserved()) await waitForTheEnd();
    else return run.receipt;
  }

  /** Steps run one after the other, each on the state the one before has left. */
  async function take(step: () => Promise<RedemptionStep>): Promise<RedemptionReceipt> {
    run.asked = true;
    return oneAtATime.runExclusive(async () => {
      const { receipt, wake } = await step();
      for (const saleId of wake) run.wake.add(saleId);
      run.receipt = receipt;
      setCurrentDetails(redemptionDetails(receipt));
      return receipt;
    });
  }

  async function wakeSales(): Promise<void> {
    const saleIds = [...run.wake];
    run.wake.clear();
    await steps.wakeSales(input.merchantId, saleIds, input.redemptionId);
  }

  async function waitForTheEnd(): Promise<void> {
    const ms = Math.max(0, Date.parse(run.receipt!.reservedUntil) - Date.now()) + MARGIN_MS;
    const ended = await condition(() => !isReserved(), ms, { summary: 'Fim da reserva: devolver o saldo' });
    if (!ended) await take(() => steps.timeOutRedemption(input));
  }

  function isReserved(): boolean {
    return run.receipt?.state === 'reserved';
  }

  function refuseIn(...states: RedemptionReceipt['state'][]): void {
    const state = run.receipt?.state;
    if (state === undefined || !states.includes(state)) return;
    throw refusal(state === 'rolled_back' ? 'already_rolled_back' : 'reservation_expired');
  }
}

/** Synchronous and pure: a refusal here writes no history. */
function refuseNonsense({ amount, saleTotalCents, freightCents }: ReserveRequest): void {
  if (!isWhole(amount) || amount === 0 || !isWhole(saleTotalCents) || !isWhole(freightCents))
    throw refusal('invalid_request');
}

const STATE_TEXT: Record<RedemptionReceipt['state'], string> = {
  reserved: 'reservado',
  confirmed: 'usado',
  released: 'devolvido pela loja',
  expired: 'devolvido por fim da reserva',
  rolled_back: 'uso desfeito',
};

function redemptionDetails({ type, amount, state, reservedUntil }: RedemptionReceipt): string {
  const what = type === 'cashback' ? `${amount} centavos de cashback` : `${amount} pontos`;
  return `**Resgate**: ${what} · ${STATE_TEXT[state]}${state === 'reserved' ? ` até ${reservedUntil}` : ''}`;
}
