import { Mutex } from 'async-mutex';
import type { ClientSession } from 'mongoose';
import { settledAmount } from '../../loyalty';
import type { LotType, Rule } from '../../loyalty';
import { isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { toGrant } from './ledger-documents';
import type { BudgetChanges } from './budget-changes';
import { grantModel } from './grant-model';
import { budgetModel } from './budget-model';

/** A rule whose budget is counted: its id, across versions, and what it gives. */
export type BudgetedRule = Pick<Rule, 'id' | 'grant'>;

/**
 * A counter begins when a rule first has a budget. Transactions of the program version before may still be running then and do
 * not count for it, so for this long it is counted anew each time. Milliseconds.
 */
const RECOUNTED_MS = 5 * 60_000;
/** How long a process believes that it knows every counter of a merchant; well below `RECOUNTED_MS`. */
const REMEMBERED_MS = 60_000;

/**
 * What the rules with a budget have given, across customers and versions (R15): one counter for each rule, taken under
 * lock inside the transaction that gives, so that parallel sales cannot overrun it.
 */
export class Budgets {
  private readonly queues = new Map<string, Mutex>();
  private readonly known = new Map<string, { ids: Set<string>; at: number }>();

  constructor(private readonly mongo: Mongo) {}

  /** Runs `work` with these budgets to itself within this process; between processes the counters themselves are the lock. */
  async exclusively<T>(
    merchantId: string,
    rules: readonly BudgetedRule[],
    work: () => Promise<T>,
  ): Promise<T> {
    for (const rule of rules) await this.begin(merchantId, rule);
    const ids = rules.map((rule) => budgetId(merchantId, rule.grant.type, rule.id)).sort();
    const step = (index: number): Promise<T> => {
      const id = ids[index];
      return id === undefined ? work() : this.queue(id).runExclusive(() => step(index + 1));
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
    for (const { id, grant } of rules) {
      const counter = await this.mongo
        .of(budgetModel)
        .findOneAndUpdate(
          { _id: budgetId(merchantId, grant.type, id) },
          { $inc: { version: 1 } },
          { session, returnDocument: 'after' },
        )
        .lean();
      if (!counter) throw new Error(`The budget of rule ${id} was not begun before it was needed.`);
      const all =
        counter.recountedUntil.getTime() > Date.now()
          ? await this.recount(session, merchantId, grant.type, id)
          : counter.used;
      const own = await this.deservedSum(session, {
        merchantId,
        saleId: besides,
        ruleId: id,
        type: grant.type,
      });
      used.push([id, all - own]);
    }
    return Object.fromEntries(used);
  }

  /** The same as it stands now, without locking or writing anything. */
  async look(
    merchantId: string,
    rules: readonly BudgetedRule[],
    besides: string,
  ): Promise<Record<string, number>> {
    const used: [string, number][] = [];
    for (const { id: ruleId, grant } of rules) {
      const { type } = grant;
      const counter = await this.mongo
        .of(budgetModel)
        .findOne({ _id: budgetId(merchantId, type, ruleId) })
        .lean();
      const counted = counter !== null && counter.recountedUntil.getTime() <= Date.now();
      const all = counted ? counter.used : await this.deservedSum(null, { merchantId, ruleId, type });
      used.push([
        ruleId,
        all - (await this.deservedSum(null, { merchantId, saleId: besides, ruleId, type })),
      ]);
    }
    return Object.fromEntries(used);
  }

  /** Counts what a change of value did to the budgets that exist. */
  async count(session: ClientSession, merchantId: string, changes: BudgetChanges): Promise<void> {
    const moved = [...changes].filter(([, change]) => change !== 0);
    if (moved.length === 0) return;
    const known = await this.knownIds(merchantId);
    for (const [key, change] of moved) {
      const _id = `${merchantId}/${key}`;
      if (known.has(_id))
        await this.mongo.of(budgetModel).updateOne({ _id }, { $inc: { used: change } }, { session });
    }
  }

  private async begin(merchantId: string, rule: BudgetedRule): Promise<void> {
    const _id = budgetId(merchantId, rule.grant.type, rule.id);
    if ((await this.knownIds(merchantId)).has(_id)) return;
    const recountedUntil = new Date(Date.now() + RECOUNTED_MS);
    const fresh = {
      _id,
      merchantId,
      ruleId: rule.id,
      type: rule.grant.type,
      used: 0,
      version: 0,
      recountedUntil,
    };
    try {
      await this.mongo.of(budgetModel).insertMany([fresh], { lean: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    this.known.delete(merchantId);
  }

  private async recount(
    session: ClientSession,
    merchantId: string,
    type: LotType,
    ruleId: string,
  ): Promise<number> {
    const used = await this.deservedSum(session, { merchantId, ruleId, type });
    await this.mongo
      .of(budgetModel)
      .updateOne({ _id: budgetId(merchantId, type, ruleId) }, { $set: { used } }, { session });
    return used;
  }

  private async deservedSum(session: ClientSession | null, filter: Record<string, string>): Promise<number> {
    const grants = await this.mongo.of(grantModel).find(filter).session(session).lean();
    return grants.reduce((sum, grant) => sum + settledAmount(toGrant(grant)), 0);
  }

  private async knownIds(merchantId: string): Promise<Set<string>> {
    const known = this.known.get(merchantId);
    if (known && Date.now() - known.at < REMEMBERED_MS) return known.ids;
    const found = await this.mongo.of(budgetModel).find({ merchantId }).select({ _id: 1 }).lean();
    const ids = new Set(found.map(({ _id }) => _id));
    this.known.set(merchantId, { ids, at: Date.now() });
    return ids;
  }

  private queue(id: string): Mutex {
    const queue = this.queues.get(id) ?? new Mutex();
    this.queues.set(id, queue);
    return queue;
  }
}

function budgetId(merchantId: string, type: LotType, ruleId: string): string {
  return `${merchantId}/${type}/${ruleId}`;
}
