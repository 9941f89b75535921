import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { SaleOutcome } from '../activities';
import { benefitMoved, saleChanged } from './definitions';
import type { SaleInput } from './definitions';
import { changedAttributes } from './sale-attributes';
import {
  activateBenefit,
  expireBenefit,
  identifyCustomer,
  readSale,
  sendMessage,
  settleBenefit,
} from './steps';

/** What remains of a run when it ends. */
export interface SaleReceipt {
  status: SaleOutcome['status'];
  benefitCents: number;
}

/** A sale that waits this long without a word from its source ends its run; the next event starts a new one. */
const QUIET = '90 days';

/** What the Temporal UI shows beside a timer. */
const WAITING_FOR: Record<NonNullable<SaleOutcome['next']>['do'], string> = {
  activate: 'Fim da carência: liberar o benefício',
  expire: 'Fim da validade: vencer o que não foi usado',
  tell: 'Hora de avisar o cliente',
};

/**
 * The life of one sale's benefit. A signal only says "look again": what is true is read from the source and from the
 * ledger each time, so that repeated, reordered and lost events do no harm.
 */
export async function sale(input: SaleInput): Promise<SaleReceipt> {
  const news = { source: false, benefit: false, ...input.news };
  const anyNews = (): boolean => news.source || news.benefit;
  setHandler(saleChanged, () => void (news.source = true));
  setHandler(benefitMoved, () => void (news.benefit = true));

  let shown: SaleOutcome | undefined;
  for (;;) {
    let outcome = news.source ? await lookAgain() : await settle();
    while (outcome.next && !anyNews() && !workflowInfo().continueAsNewSuggested)
      outcome = await follow(outcome);
    show(outcome);
    if (awaitsSource(outcome) && !anyNews())
      await condition(anyNews, QUIET, { summary: 'Aguardar a origem da venda' });
    if (!anyNews() && !outcome.next) {
      await condition(allHandlersFinished);
      return { status: outcome.status, benefitCents: outcome.benefitCents };
    }
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof sale>({ ...input, news });
  }

  /** Lets a burst of events pass, asks the source once, and settles what it says. */
  async function lookAgain(): Promise<SaleOutcome> {
    if (input.settleMs > 0) await sleep(input.settleMs, { summary: 'Juntar avisos da origem' });
    news.source = false;
    const { identify } = await readSale(input);
    if (identify) await identifyCustomer(input);
    return settle();
  }

  async function settle(): Promise<SaleOutcome> {
    news.benefit = false;
    return settleBenefit(input);
  }

  /** Waits until the next step is due and does it, unless something happens first. */
  async function follow(outcome: SaleOutcome): Promise<SaleOutcome> {
    const next = outcome.next!;
    const ms = Date.parse(next.at) - Date.now();
    if (ms > 0) {
      show(outcome);
      if (await condition(anyNews, ms, { summary: WAITING_FOR[next.do] })) return outcome;
    }
    if (next.do === 'activate') return activateBenefit(input);
    if (next.do === 'expire') return expireBenefit(input);
    return sendMessage(input, next.key!);
  }

  /** Shown when the run comes to rest: each change of what operators filter by costs the server a write. */
  function show(outcome: SaleOutcome): void {
    setCurrentDetails(outcome.details);
    const changed = changedAttributes(shown, outcome);
    if (changed.length > 0) upsertSearchAttributes(changed);
    shown = outcome;
  }
}

function awaitsSource({ status }: SaleOutcome): boolean {
  return status === 'waiting' || status === 'unidentified';
}
