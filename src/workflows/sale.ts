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
import { benefitMoved, saleChanged } from './definitions';
import type { SaleInput } from './definitions';
import { SALE_INPUT } from './payload-shapes';
import { runEnding } from './refusals';
import { refuseInputUnlike } from './payloads';
import { changedAttributes, saleStatusIs, shownAs } from './sale-attributes';
import type { ShownOutcome } from './sale-attributes';
import { askSource } from './sale-source';
import type { SourceTrouble } from './sale-source';
import { endedText, failedText, firstText, troubleText } from './sale-texts';
import { UNREADABLE } from './search-attributes';
import { takeUpdates } from './sale-updates';
import type { StaffStep } from './sale-updates';
import * as steps from './steps';

/** The source is asked until it answers. */
interface Reading {
  over: boolean;
  /** Why it has not answered so far. */
  trouble: SourceTrouble | null;
  answer: Promise<true>;
}

/** What remains of a run when it ends. */
export interface SaleReceipt {
  status: SaleOutcome['status'];
  benefitCents: number;
}

/** Of runs that rest while the sale waits for its source, as earlier versions had them. */
const QUIET = '90 days';

/** An attempt to send ends within a minute. */
const ATTEMPT = '2 minutes';

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
  /** The source is being asked. */
  let reading: Reading | null = null;
  const staff = { outcome: null as SaleOutcome | null, wake: new Set<string>(input.wake) };
  const fromSource = (): boolean => (reading ? reading.over : news.source);
  const anyNews = (): boolean =>
    fromSource() || news.benefit || staff.outcome !== null || staff.wake.size > 0;
  /** Refused updates bring no news, but they too fill a run's history: one that is full takes no more (2,000 updates). */
  const stirred = (): boolean => anyNews() || workflowInfo().continueAsNewSuggested;
  setHandler(saleChanged, () => void (news.source = true));
  setHandler(benefitMoved, () => void (news.benefit = true));
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
      let outcome = await calculate(await lookedAgain());
      if (staff.wake.size > 0) await wakeOthers();
      while (outcome.next && !stirred()) outcome = await follow(outcome);
      show(outcome);
      if (reading && !outcome.next) await condition(stirred);
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
   * Asks the source where there is news of it, and waits for its answer. One that does not answer holds up nothing of a sale of which
   * something is known: it goes on being asked beside all else.
   * @returns whether it has answered
   */
  async function lookedAgain(): Promise<boolean> {
    if (news.source) reading ??= beginReading();
    if (!reading) return false;
    const asked = reading;
    const isKnown = (): boolean => shown !== undefined || news.benefit || staff.outcome !== null;
    await condition(() => asked.over || (asked.trouble !== null && isKnown()));
    if (!asked.over && patched('life-beside-reading')) return false;
    await condition(() => asked.over);
    const answered = await asked.answer;
    reading = null;
    return answered;
  }

  function beginReading(): Reading {
    const begun: Reading = { over: false, trouble: null, answer: Promise.resolve(true) };
    begun.answer = readSource(begun).finally(() => void (begun.over = true));
    // Whoever waits for it is told of its failure.
    begun.answer.catch(() => undefined);
    return begun;
  }

  /** Lets a burst of events pass, and asks the source once for what it now says. Staff need not wait for it. */
  async function readSource(begun: Reading): Promise<true> {
    const inTrouble = (trouble: SourceTrouble): void => {
      begun.trouble = trouble;
      showTrouble(trouble);
    };
    if (input.settleMs > 0) await sleep(input.settleMs, { summary: 'Juntar avisos da origem' });
    news.source = false;
    const { identify } = await askSource((source) => source.readSale(input), inTrouble);
    if (identify) await askSource((source) => source.identifyCustomer(input), inTrouble);
    return true;
  }

  /** What the sale has come to: as a step for staff has just left it, else calculated anew. */
  async function calculate(readAgain: boolean): Promise<SaleOutcome> {
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
    const sent = sending.run(() => send(key)).finally(() => void (over = true));
    sent.catch(() => undefined);
    await condition(() => over || stirred());
    if (over || !patched('news-before-messages')) return sent;
    if (await condition(() => over, ATTEMPT, { summary: 'Esperar o envio em curso' })) return sent;
    sending.cancel();
    return outcome;
  }

  /** A message that cannot be sent is written down as such. */
  async function send(key: string): Promise<SaleOutcome> {
    try {
      return await steps.sendMessage(input, key);
    } catch (error) {
      if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
      return steps.giveUpMessage(input, key);
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
    const onward = reading ? { source: true, benefit: true } : news;
    await continueAsNew<typeof sale>({ ...input, news: onward, wake });
  }

  /** Shown when the run comes to rest: each change of what operators filter by costs the server a write. */
  function show(outcome: SaleOutcome): void {
    const trouble = reading?.trouble;
    setCurrentDetails(trouble ? troubleText(input, trouble, outcome.details) : outcome.details);
    const next = trouble ? { ...outcome, status: UNREADABLE } : shownAs(outcome);
    const changed = changedAttributes(shown, next);
    if (changed.length > 0) upsertSearchAttributes(changed);
    shown = next;
  }

  /** The source cannot be read: found by a filter, whatever was last known of the sale. */
  function showTrouble(trouble: SourceTrouble): void {
    setCurrentDetails(troubleText(input, trouble, shown?.details));
    if (shown?.status !== UNREADABLE) upsertSearchAttributes([saleStatusIs(UNREADABLE)]);
    if (shown) shown = { ...shown, status: UNREADABLE };
  }

  /**
   * Somebody has cancelled the run. What staff asked for is finished, and the ledger is brought up to date once more: a step may
   * have been cut off. Nothing is taken back or let go; what time is to do is found by the sweep when it is due; a source that was
   * not read is found by its status.
   */
  async function endInOrder(): Promise<void> {
    const unread = news.source || reading !== null;
    reading = null;
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
    if (!(news.source || reading) || !patched('unread-at-failure')) return;
    upsertSearchAttributes([saleStatusIs(UNREADABLE)]);
    setCurrentDetails(failedText(input, Date.now(), shown?.details));
  }
}

function awaitsSource({ status }: SaleOutcome): boolean {
  return status === 'waiting' || status === 'unidentified';
}
