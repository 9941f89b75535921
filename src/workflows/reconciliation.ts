import {
  CancellationScope,
  condition,
  continueAsNew,
  ContinueAsNew,
  isCancellation,
  setCurrentDetails,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { ReconciliationReceipt } from '../activities';
import { sourceAnswers } from './definitions';
import type { ReconcilePlace, ReconciliationInput } from './definitions';
import { brasiliaTime, inParagraphs } from './markdown';
import { RECONCILIATION_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { failureWord, passingFailure } from './sale-source';
import { confirmRepairs, endReconciliation, reconcilePage } from './steps';

/**
 * Compares a company's list of orders with our sales, page by page, has what differs looked at again, and says what it came to. How far
 * it is stands in the store. While Bling does not answer it waits, and goes on where it was.
 */
export async function reconciliation(input: ReconciliationInput): Promise<ReconciliationReceipt> {
  refuseInputUnlike(input, RECONCILIATION_INPUT);
  let answers = 0;
  setHandler(sourceAnswers, () => void (answers += 1));
  try {
    return await reconcile(
      input,
      () => answers,
      async (place, found) => {
        if (workflowInfo().continueAsNewSuggested)
          await continueAsNew<typeof reconciliation>({ ...input, place, found });
      },
    );
  } catch (error) {
    if (!(error instanceof ContinueAsNew)) await endEarly(input, error);
    throw error;
  }
}

/** Says of a comparison that it did not come to its end, and why. */
export async function endEarly(input: ReconciliationInput, error: unknown): Promise<void> {
  const how = isCancellation(error) ? 'cancelled' : 'failed';
  const why = how === 'failed' ? failureWord(error) : null;
  const { details } = await CancellationScope.nonCancellable(() => endReconciliation(input, how, why));
  setCurrentDetails(details);
}

const FIRST: ReconcilePlace = { list: 'changed', page: 1, pass: 1, fresh: 0 };
/** A sale that was woken has been read within seconds, unless others are before it. */
const SETTLING = ['5s', '30s', '2m', '10m'] as const;
/** Where nothing says for how long. */
const PAUSE_MS = 60_000;

/**
 * The comparison itself, for whichever run makes it.
 * @param answersAgain how often it was said that the source answers again, or something else that it may ask after
 * @param between told after each page of where it has come to
 */
export async function reconcile(
  input: ReconciliationInput,
  answersAgain: () => number,
  between: (place: ReconcilePlace, found: number) => Promise<void>,
): Promise<ReconciliationReceipt> {
  let place: ReconcilePlace | null = input.place === undefined ? FIRST : input.place;
  let found = input.found ?? 0;
  while (place !== null) {
    const page = await lookAt(input, place, answersAgain);
    setCurrentDetails(page.details);
    place = page.next;
    found += page.found;
    if (place !== null) await between(place, found);
  }
  for (const pause of found > 0 ? SETTLING : []) {
    await sleep(pause, { summary: 'Dar tempo às vendas encontradas' });
    const { left, details } = await confirmRepairs(input);
    setCurrentDetails(details);
    if (left === 0) break;
  }
  const receipt = await endReconciliation(input, 'finished', null);
  setCurrentDetails(receipt.details);
  return receipt;
}

/** One step, for as long as it takes Bling to answer. */
async function lookAt(
  input: ReconciliationInput,
  place: ReconcilePlace,
  answersAgain: () => number,
): ReturnType<typeof reconcilePage> {
  for (;;) {
    const heard = answersAgain();
    try {
      return await reconcilePage(input, place);
    } catch (error) {
      const trouble = passingFailure(error);
      if (!trouble) throw error;
      const waitMs = trouble.retryAfterMs ?? PAUSE_MS;
      setCurrentDetails(waitingText(Date.now(), waitMs));
      await condition(() => answersAgain() > heard, waitMs, { summary: 'Esperar o Bling responder' });
    }
  }
}

function waitingText(now: number, waitMs: number): string {
  return inParagraphs([
    `**Conferência à espera do Bling**, que não respondeu em ${brasiliaTime(now)}`,
    `Ela continua de onde parou assim que ele responder, o mais tardar em ${brasiliaTime(now + waitMs)}.`,
  ]);
}
