import { planComparing, planCounting } from '../../loyalty';
import type { Instant, PairQuestion, PlannedChange, PurchasePlan, Sale } from '../../loyalty';
import { ConcurrentChangeError } from '../../store';
import type { Store } from '../../store';
import type { ActivityDeps } from '../runtime';
import { readComparing, readCounting } from './read-facts';

/** The sale as stored after it was compared with other sources' sales. */
export interface Matched {
  sale: Sale;
  /** The marks by which it was compared, to be stored with whatever comes of it. */
  comparedAs: string | null;
}

/**
 * Finds out whether the sale counts, or another source's telling of the same purchase does, and stores it. Everything is
 * decided anew from what is stored each time, so repeated, reordered and lost wake-ups do no harm.
 * @throws ConcurrentChangeError when one of the sales changed meanwhile: nothing is lost if the whole step is repeated
 */
export async function matchSources(deps: ActivityDeps, sale: Sale, now: Instant): Promise<Matched> {
  const { store } = deps;
  const facts = await readCounting(store, sale);
  const first = planCounting(facts, now);
  const plan =
    first.kind === 'compare'
      ? planComparing(await readComparing(store, sale, facts.known, first.leaves), now)
      : first;
  return carryOut(deps, sale, plan, now);
}

async function carryOut(deps: ActivityDeps, sale: Sale, plan: PurchasePlan, now: Instant): Promise<Matched> {
  for (const change of plan.others) {
    await write(deps.store, change.wake ? dueNow(change, now) : change);
    if (change.wake) await deps.runs.benefitMoved(change.read, sale.id);
  }
  for (const question of plan.questions) await ask(deps.store, sale, question, now);
  return { sale: plan.own ? await write(deps.store, plan.own) : sale, comparedAs: plan.comparedAs };
}

async function write(store: Store, { read, patch, event }: PlannedChange): Promise<Sale> {
  return patch ? store.sales.change({ sale: read, patch, ...(event ? { event } : {}) }) : read;
}

/** A sale that is to look again is due from the moment at which it is written: the sweep finds it where nobody comes to wake it. */
function dueNow({ patch, ...change }: PlannedChange, now: Instant): PlannedChange {
  return { ...change, patch: patch && { ...patch, benefit: { ...patch.benefit, nextAt: now } } };
}

async function ask(
  store: Store,
  { merchantId }: Sale,
  { subjects, facts }: PairQuestion,
  now: Instant,
): Promise<void> {
  const review = await store.reviews.open({ merchantId, kind: 'same_sale', subjects }, facts, new Date(now));
  if (review.state !== 'open')
    throw new ConcurrentChangeError(`Review ${review.id} was decided while the sale was compared.`);
}
