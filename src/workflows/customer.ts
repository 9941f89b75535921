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

async function live(input: CustomerInput): Promise<CustomerReceipt> {
  let news = false;
  let written = input.written ?? 0;
  setHandler(customerChanged, () => void (news = true));
  const stirred = (): boolean => news || workflowInfo().continueAsNewSuggested;

  for (;;) {
    news = false;
    let outcome = await lookAtCustomer(input);
    while (outcome.next && !stirred()) outcome = await follow(outcome, outcome.next);
    setCurrentDetails(outcome.details);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof customer>({ ...input, written });
    if (!news && !outcome.next) return { written };
  }

  /** Waits until the next message is due and writes it, unless something happens first. */
  async function follow(
    outcome: CustomerOutcome,
    next: NonNullable<CustomerOutcome['next']>,
  ): Promise<CustomerOutcome> {
    const ms = Date.parse(next.at) - Date.now();
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
