import {
  ActivityFailure,
  condition,
  continueAsNew,
  isCancellation,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { CustomerOutcome } from '../activities';
import { sayingIfCancelled } from './cancelled';
import { customerChanged } from './definitions';
import type { CustomerInput } from './definitions';
import { CUSTOMER_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { giveUpOnCustomer, lookAtCustomer, writeToCustomer } from './steps';

/** What remains of a run when it ends: how many messages it began or went on with. */
export interface CustomerReceipt {
  written: number;
}

/** What has been written and is due as before is written again after so long at first, and at the most. */
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/**
 * What is told to a customer rather than about one sale. A signal only says "look again": what is next is worked out anew from what is
 * true, so that a purchase, a use, a return or a refusal cancels what no longer makes sense. It ends where nothing is due soon; the
 * daily sweep begins another.
 */
export async function customer(input: CustomerInput): Promise<CustomerReceipt> {
  refuseInputUnlike(input, CUSTOMER_INPUT);
  return sayingIfCancelled(CANCELLED, () => live(input));
}

const CANCELLED =
  'O que já saiu fica como está, e nenhum valor depende desta execução. O que falta dizer ao cliente é retomado pela próxima varredura diária, ou quando ele comprar.';

type Next = NonNullable<CustomerOutcome['next']>;

async function live(input: CustomerInput): Promise<CustomerReceipt> {
  let news = false;
  let written = input.written ?? 0;
  setHandler(customerChanged, () => void (news = true));
  const stirred = (): boolean => news || workflowInfo().continueAsNewSuggested;

  for (;;) {
    news = false;
    let outcome = await lookAtCustomer(input);
    let pauseMs = 0;
    while (outcome.next && !stirred()) {
      const { next } = outcome;
      outcome = await follow(outcome, next, pauseMs);
      pauseMs = isSame(next, outcome.next) ? longerThan(pauseMs) : 0;
    }
    setCurrentDetails(outcome.details);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof customer>({ ...input, written });
    if (!news && !outcome.next) return { written };
  }

  /** Waits until the next message is due, for the pause at least, and writes it, unless something happens first. */
  async function follow(outcome: CustomerOutcome, next: Next, pauseMs: number): Promise<CustomerOutcome> {
    const ms = Math.max(Date.parse(next.at) - Date.now(), pauseMs);
    if (ms > 0) {
      setCurrentDetails(outcome.details);
      if (await condition(stirred, ms, { summary: 'Hora de escrever ao cliente' })) return outcome;
    }
    written += 1;
    return write(next.key);
  }

  /** A message that cannot be sent is written down as such. */
  async function write(key: string): Promise<CustomerOutcome> {
    try {
      return await writeToCustomer(input, key);
    } catch (error) {
      if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
      return giveUpOnCustomer(input, key);
    }
  }
}

/** Whether it is due as it was, as if nothing had been written. */
function isSame(before: Next, after: CustomerOutcome['next']): boolean {
  return after !== null && after.key === before.key && after.at === before.at;
}

function longerThan(pauseMs: number): number {
  return Math.min(Math.max(FIRST_PAUSE_MS, 2 * pauseMs), LONGEST_PAUSE_MS);
}
