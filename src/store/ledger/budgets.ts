import { Mutex, withTimeout } from 'async-mutex';
import type { MutexInterface } from 'async-mutex';
import type { ClientSession } from 'mongoose';
import type { Rule } from '../../loyalty';
import { ConcurrentChangeError } from '../mongo';
import type { Mongo } from '../mongo';
import { COUNTED, counterId, deservedSum, recount } from './budget-count';
import type { Counter } from './budget-count';
import type { BudgetChanges } from './budget-changes';
import { budgetModel } from './budget-model';

/**
 * Nobody waits longer for a budget within this process: a step's time would end while it still stood in the queue, and be spent on
 * work for which nobody waits any more. It comes back later.
 */
const LONGEST_WAIT_MS = 5_000;

/** A rule whose budget is counted: its id, across versions, and what it gives. */
export type BudgetedRule = Pick<Rule, 'id' | 'grant'>;

/**
 * What the rules with a budget have given, across customers and versions (R15): one counter for each rule, taken under
 * lock inside the transaction that gives, so that parallel sales cannot overrun it. Whether there is a counter is looked up
 * each time: nothing is remembered that another process may have changed.
 */
export class Budgets {
  private readonly queues = new Map<string, MutexInterface>();

  constructor(private readonly mongo: Mongo) {}

  /**
   * Runs `work` with these budgets to itself within this process; between processes the counters themselves are the lock.
   * @throws ConcurrentChangeError when it has waited too long for its turn
   */
  async exclusively<T>(
    merchantId: string,
    rules: readonly BudgetedRule[],
    work: () => Promise<T>,
  ): Promise<T> {
    if (rules.length === 0) return work();
    const counters = rules
      .map((rule) => counterOf(merchantId, rule))
      .sort((a, b) => (counterId(a) < counterId(b) ? -1 : 1));
    const step = (index: number): Promise<T> => {
      const counter = counters[index];
      if (counter) return this.queue(counterId(counter)).runExclusive(() => step(index + 1));
      return this.countAnew(counters).then(work);
    };
    return step(0);
  }

  /** Locks the counters and says what other sales than `besides` have used. By rule id. */
  async lock(
    session: ClientSession,
    merchantId: string,
    rules: readonly BudgetedRule[],
    besides: string,
  ): Promise<Record<string, number>> {
    const used: [string, number][] = [];
    for (const rule of rules) {
      const counter = counterOf(merchantId, rule);
      const doc = await this.mongo
        .of(budgetModel)
        .findOneAndUpdate(
          { _id: counterId(counter), merchantId },
          { $inc: { version: 1 } },
          { session, returnDocument: 'after' },
        )
        .lean();
      if (!doc?.countedAt)
        throw new ConcurrentChangeError(`The budget of rule ${rule.id} is not counted yet.`);
      const own = await deservedSum(this.mongo, session, { ...counter, saleId: besides });
      used.push([rule.id, doc.used - own]);
    }
    return Object.fromEntries(used);
  }

  /** The same as it stands in the snapshot of this session, without locking or writing anything. */
  async look(
    session: ClientSession,
    merchantId: string,
    rules: readonly BudgetedRule[],
    besides: string,
  ): Promise<Record<string, number>> {
    const used: [string, number][] = [];
    for (const rule of rules) {
      const counter = counterOf(merchantId, rule);
      const counted = await this.mongo
        .of(budgetModel)
        .findOne({ _id: counterId(counter), merchantId, ...COUNTED })
        .session(session)
        .lean();
      const all = counted?.used ?? (await deservedSum(this.mongo, session, counter));
      const own = await deservedSum(this.mongo, session, { ...counter, saleId: besides });
      used.push([rule.id, all - own]);
    }
    return Object.fromEntries(used);
  }

  /** Counts what a change of value did to the budgets that exist. */
  async count(session: ClientSession, merchantId: string, changes: BudgetChanges): Promise<void> {
    const moved = [...changes].filter(([, change]) => change !== 0);
    if (moved.length === 0) return;
    await this.mongo.of(budgetModel).bulkWrite(
      moved.map(([key, change]) => ({
        updateOne: {
          filter: { _id: `${merchantId}/${key}`, merchantId },
          update: { $inc: { used: change } },
        },
      })),
      { session, ordered: true },
    );
  }

  /** Has those that cannot be believed counted from the grants; `work` then finds them counted. */
  private async countAnew(counters: readonly Counter[]): Promise<void> {
    const merchantId = counters[0]!.merchantId;
    const known = await this.mongo
      .of(budgetModel)
      .find({ _id: { $in: counters.map(counterId) }, merchantId, ...COUNTED })
      .select({ _id: 1 })
      .lean();
    const counted = new Set(known.map(({ _id }) => _id));
    for (const counter of counters) if (!counted.has(counterId(counter))) await recount(this.mongo, counter);
  }

  private queue(id: string): MutexInterface {
    const queue = this.queues.get(id) ?? withTimeout(new Mutex(), LONGEST_WAIT_MS, budgetBusy());
    this.queues.set(id, queue);
    return queue;
  }
}

function budgetBusy(): ConcurrentChangeError {
  return new ConcurrentChangeError('Many sales wait for this budget: this one comes back.');
}

function counterOf(merchantId: string, { id, grant }: BudgetedRule): Counter {
  return { merchantId, type: grant.type, ruleId: id };
}
