import {
  ActivityFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  ContinueAsNew,
  isCancellation,
  patched,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { Mutex } from 'async-mutex';
import type { SaleOutcome } from '../activities';
import { callId } from './calls';
import { benefitMoved, saleChanged, sourceAnswers } from './definitions';
import type { SaleInput } from './definitions';
import { ranOutOfTime } from './out-of-time';
import { SALE_INPUT } from './payload-shapes';
import { runEnding } from './refusals';
import { refuseInputUnlike } from './payloads';
import { changedAttributes, saleStatusIs, shownAs } from './sale-attributes';
import type { ShownOutcome } from './sale-attributes';
import { SourceQuestion } from './sale-source';
import type { SourceTrouble } from './sale-source';
import { endedText, failedText, firstText, troubleText } from './sale-texts';
import { UNREADABLE } from './search-attributes';
import { takeUpdates } from './sale-updates';
import type { StaffStep } from './sale-updates';
import * as steps from './steps';

/** The source goes on being asked beside all else, until what it answers is taken up. */
interface Reading {
  state: 'asking' | 'answered' | 'failed';
  failure?: unknown;
}

/** What remains of a run when it ends. */
export interface SaleReceipt {
  status: SaleOutcome['status'];
  benefitCents: number;
}

/** Of runs that rest while the sale waits for its source, as earlier versions had them. */
const QUIET = '90 days';

/** An attempt to send ends within a minute. */
const ATTEMPT_MS = 120_000;
/** So long a message is tried where time does nothing to its sale before that. */
const TRIED_MS = 86_400_000;

/** What the Temporal UI shows beside a timer. */
const WAITING_FOR: Record<NonNullable<SaleOutcome['next']>['do'], string> = {
  activate: 'Fim da carência: liberar o benefício',
  expire: 'Fim da validade: vencer o que não foi usado',
  letGo: 'Fim da reserva: devolver o vale',
  tell: 'Hora de avisar o cliente',
};

/**
 * The life of one sale's benefit. A signal only says "look again": what is true is read from the source and from the
 * ledger each time, so that repeated, reordered and lost events do no harm. Staff's updates and what time does to the
 * benefit take turns: nothing that moves value runs beside anything else that does.
 */
export async function sale(input: SaleInput): Promise<SaleReceipt> {
  refuseInputUnlike(input, SALE_INPUT);
  const turns = new Mutex();
  const news = { source: false, benefit: false, ...input.news };
  /** The source has been asked for, and has not answered yet. */
  let unread = false;
  let beside: Reading | null = null;
  /** Why it has not answered so far. */
  let trouble: SourceTrouble | null = null;
  const staff = { outcome: null as SaleOutcome | null, wake: new Set<string>(input.wake) };
  const fromSource = (): boolean => (beside ? beside.state !== 'asking' : news.source);
  const anyNews = (): boolean =>
    fromSource() || news.benefit || staff.outcome !== null || staff.wake.size > 0;
  /** Refused updates bring no news, but they too fill a run's history: one that is full takes no more (2,000 updates). */
  const stirred = (): boolean => anyNews() || workflowInfo().continueAsNewSuggested;
  setHandler(saleChanged, () => void (news.source = true));
  setHandler(benefitMoved, () => void (news.benefit = true));
  let answers = 0;
  setHandler(sourceAnswers, () => void (answers += 1));
  /** The run is about to continue as a new one. */
  let full = false;
  takeUpdates(input, serve, () => {
    if (full) throw runEnding();
  });

  let shown: ShownOutcome | undefined;
  setCurrentDetails(firstText(input, Date.now()));
  try {
    return await live();
  } catch (error) {
    if (!isCancellation(error)) {
      if (!(error instanceof ContinueAsNew)) leaveUnread();
    } else if (patched('orderly-end')) await CancellationScope.nonCancellable(endInOrder);
    throw error;
  }

  async function live(): Promise<SaleReceipt> {
    for (;;) {
      let outcome = beside ? await takeUp(beside) : news.source ? await lookAgain() : await calculate();
      if (staff.wake.size > 0) await wakeOthers();
      while (outcome.next && !stirred()) outcome = await follow(outcome);
      show(outcome);
      if (beside && !outcome.next) await condition(stirred);
      if (awaitsSource(outcome) && !stirred() && !patched('no-run-for-who-waits'))
        await condition(stirred, QUIET, { summary: 'Aguardar a origem da venda' });
      if (workflowInfo().continueAsNewSuggested) await startAnew();
      if (!anyNews() && !outcome.next) {
        await condition(allHandlersFinished);
        if (!anyNews()) return { status: outcome.status, benefitCents: outcome.benefitCents };
      }
    }
  }

  /** Staff's turn: one step, whose answer is the update's; a cancellation of the run lets it finish. */
  async function serve<Receipt>(step: (id: string) => Promise<StaffStep<Receipt>>): Promise<Receipt> {
    const id = callId();
    return turns.runExclusive(async () => {
      const { receipt, outcome, wake } = await CancellationScope.nonCancellable(() => step(id));
      staff.outcome = outcome;
      for (const saleId of wake) staff.wake.add(saleId);
      return receipt;
    });
  }

  /**
   * Lets a burst of events pass, asks the source once, and calculates by what it says. Staff need not wait for the source; nor does
   * anything else, where something is known of the sale and the source does not answer.
   */
  async function lookAgain(): Promise<SaleOutcome> {
    if (input.settleMs > 0) await sleep(input.settleMs, { summary: 'Juntar avisos da origem' });
    news.source = false;
    unread = true;
    const again = (): number => answers;
    const ask = <Answer extends object>(step: (source: steps.SourceSteps) => Promise<Answer>) =>
      new SourceQuestion(step, showTrouble, again, isKnown());
    const sale = ask((source) => source.readSale(input));
    const customer = ask((source) => source.identifyCustomer(input));
    const read = await sale.answer(goesBeside);
    if (read === null || (read.identify && (await customer.answer(goesBeside)) === null)) {
      const reading: Reading = { state: 'asking' };
      beside = reading;
      void readBeside(reading, sale, customer);
      if (!isKnown()) await condition(() => reading.state !== 'asking' || isKnown());
      return takeUp(reading);
    }
    unread = false;
    return calculate(true);
  }

  /** Whether there is a sale to calculate: of one that was never read the store knows nothing yet. */
  function isKnown(): boolean {
    return shown !== undefined || news.benefit || staff.outcome !== null;
  }

  async function readBeside(
    reading: Reading,
    sale: SourceQuestion<{ identify: boolean }>,
    customer: SourceQuestion<object>,
  ): Promise<void> {
    try {
      const read = await sale.answer(toTheEnd);
      // What has been read of the sale counts from now on, also while it is not known whose it is.
      news.benefit = true;
      if (read?.identify) await customer.answer(toTheEnd);
      unread = false;
      reading.state = 'answered';
    } catch (error) {
      reading.failure = error;
      reading.state = 'failed';
    }
  }

  /** What the sale has come to while its source is asked beside, and by what it has answered. */
  async function takeUp(reading: Reading): Promise<SaleOutcome> {
    if (reading.state === 'failed') throw reading.failure;
    if (reading.state === 'asking') return calculate();
    beside = null;
    return calculate(true);
  }

  /** What the sale has come to: as a step for staff has just left it, else calculated anew. */
  async function calculate(readAgain = false): Promise<SaleOutcome> {
    return turns.runExclusive(() => {
      const { outcome } = staff;
      staff.outcome = null;
      if (outcome && !news.benefit && !readAgain) return outcome;
      news.benefit = false;
      return steps.settleBenefit(input);
    });
  }

  /** Waits until the next step is due and does it, unless something happens first. */
  async function follow(outcome: SaleOutcome): Promise<SaleOutcome> {
    const next = outcome.next!;
    const ms = Date.parse(next.at) - Date.now();
    if (ms > 0) {
      show(outcome);
      if (await condition(stirred, ms, { summary: WAITING_FOR[next.do] })) return outcome;
    }
    if (next.do === 'tell') return tell(outcome, next.key!);
    const pass = { activate: steps.activateBenefit, expire: steps.expireBenefit, letGo: steps.letGoVouchers };
    return turns.runExclusive(() => pass[next.do as keyof typeof pass](input));
  }

  /**
   * News do not wait for a message that waits for its queue, or for another try: after them it is begun anew if it is still due. An
   * attempt under way is let end.
   */
  async function tell(outcome: SaleOutcome, key: string): Promise<SaleOutcome> {
    const sending = new CancellationScope();
    let over = false;
    const sent = sending.run(() => send(outcome, key)).finally(() => void (over = true));
    sent.catch(() => undefined);
    await condition(() => over || stirred());
    if (over || !patched('news-before-messages')) return sent;
    if (await condition(() => over, ATTEMPT_MS, { summary: 'Esperar o envio em curso' })) return sent;
    sending.cancel();
    return outcome;
  }

  /**
   * A message that cannot be sent is written down as such. Where time does something to the sale first, it is tried until then, and begun
   * anew after that if it is still due.
   */
  async function send(outcome: SaleOutcome, key: string): Promise<SaleOutcome> {
    const timeAt = outcome.next?.timeAt;
    const leftMs = timeAt === undefined ? TRIED_MS : Math.max(Date.parse(timeAt) - Date.now(), ATTEMPT_MS);
    const givesWay = leftMs < TRIED_MS;
    const attempt = givesWay ? steps.sendMessageWithin(leftMs) : steps.sendMessage;
    try {
      return await attempt(input, key);
    } catch (error) {
      if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
      if (!givesWay || !ranOutOfTime(error)) return steps.giveUpMessage(input, key);
      news.benefit = true;
      return outcome;
    }
  }

  /** Those that have to be woken again meanwhile, and all where the step is cut off, remain. */
  async function wakeOthers(): Promise<void> {
    const saleIds = [...staff.wake];
    staff.wake.clear();
    try {
      await steps.wakeSales(input.merchantId, saleIds, input.saleId);
    } catch (error) {
      for (const saleId of saleIds) staff.wake.add(saleId);
      throw error;
    }
  }

  /**
   * What was heard and not yet acted on goes along: nothing is waited for between the last update's end and the end of the run. A
   * run that took more meanwhile would never end under a crowd.
   */
  async function startAnew(): Promise<void> {
    full = true;
    await condition(allHandlersFinished);
    if (!patched('wakes-go-along') && staff.wake.size > 0) await wakeOthers();
    const wake = [...staff.wake];
    // The next run knows the sale no more: it settles first, so that a silent source does not hold it up.
    const onward = { source: news.source || unread, benefit: true };
    await continueAsNew<typeof sale>({ ...input, news: onward, wake });
  }

  /** Shown when the run comes to rest: each change of what operators filter by costs the server a write. */
  function show(outcome: SaleOutcome): void {
    const inTrouble = beside?.state === 'asking' ? trouble : null;
    setCurrentDetails(inTrouble ? troubleText(input, inTrouble, outcome.details) : outcome.details);
    const next = inTrouble ? { ...outcome, status: UNREADABLE } : shownAs(outcome);
    const changed = changedAttributes(shown, next);
    if (changed.length > 0) upsertSearchAttributes(changed);
    shown = next;
  }

  /** The source cannot be read: found by a filter, whatever was last known of the sale. */
  function showTrouble(now: SourceTrouble): void {
    trouble = now;
    setCurrentDetails(troubleText(input, now, shown?.details));
    if (shown?.status !== UNREADABLE) upsertSearchAttributes([saleStatusIs(UNREADABLE)]);
    if (shown) shown = { ...shown, status: UNREADABLE };
  }

  /**
   * Somebody has cancelled the run. What staff asked for is finished, and the ledger is brought up to date once more: a step may
   * have been cut off. Nothing is taken back or let go; what time is to do is found by the sweep when it is due; a source that was
   * not read is found by its status.
   */
  async function endInOrder(): Promise<void> {
    beside = null;
    await condition(allHandlersFinished);
    if (staff.wake.size > 0) await wakeOthers();
    const left = await turns.runExclusive(() => steps.settleBenefit(input)).catch(() => null);
    await condition(allHandlersFinished);
    if (left) show(left);
    if ((news.source || unread) && patched('unread-at-end'))
      upsertSearchAttributes([saleStatusIs(UNREADABLE)]);
    setCurrentDetails(endedText(input, left, Date.now()));
  }

  /** The run fails: a source that was not read is found by its status, whatever was shown of the sale before. */
  function leaveUnread(): void {
    if (!(news.source || unread) || !patched('unread-at-failure')) return;
    upsertSearchAttributes([saleStatusIs(UNREADABLE)]);
    setCurrentDetails(failedText(input, Date.now(), shown?.details));
  }
}

const goesBeside = (): boolean => patched('life-beside-reading');
const toTheEnd = (): boolean => false;

function awaitsSource({ status }: SaleOutcome): boolean {
  return status === 'waiting' || status === 'unidentified';
}
