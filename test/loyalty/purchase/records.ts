import type { Instant } from '../../../src/loyalty/basis';
import {
  findCandidates,
  fingerprints,
  neighbouringFingerprints,
  planComparing,
  planCounting,
  saleMark,
} from '../../../src/loyalty/purchase';
import type { PairReview, PlannedChange, PurchasePlan } from '../../../src/loyalty/purchase';
import { namesInvoice } from '../../../src/loyalty/sale';
import type { Sale } from '../../../src/loyalty/sale';
import { changed, NOW, reviewId } from './sales';
import type { SaleChange } from './sales';

/** What a merchant's sales would hold: plans are made over it and carried out in it, as the step does over the store. */
export class Records {
  private readonly sales = new Map<string, Sale>();
  private readonly reviews = new Map<string, PairReview>();
  private readonly arrivals = new Map<string, string[]>();
  private readonly waiting = new Set<string>();

  constructor(...sales: readonly Sale[]) {
    for (const sale of sales) this.sales.set(sale.id, sale);
  }

  sale(id: string): Sale {
    return this.sales.get(id)!;
  }

  all(): Sale[] {
    return [...this.sales.values()];
  }

  review(a: string, b: string): PairReview {
    const id = reviewId(a, b);
    return this.reviews.get(id) ?? { id, state: 'unasked', decision: null };
  }

  /** Its source tells the sale otherwise, and it looks again. */
  tell(id: string, change: SaleChange): PurchasePlan {
    this.sales.set(id, changed(this.sale(id), change));
    return this.lookAgain(id);
  }

  /** A person decides about a pair, and both sales look again. */
  decide(a: string, b: string, decision: 'same' | 'distinct'): void {
    const id = reviewId(a, b);
    this.reviews.set(id, { id, state: 'resolved', decision });
    for (const one of [a, b]) {
      this.sales.set(one, changed(this.sale(one), { purchase: { comparedAs: null } }));
      this.waiting.add(one);
    }
    this.rest();
  }

  /** Lets the sale look again, and every sale that is woken by it, until nothing moves any more. */
  lookAgain(id: string): PurchasePlan {
    const plan = this.once(id);
    this.rest();
    return plan;
  }

  /** Lets only this sale look again; those that it wakes wait for `rest`. */
  once(id: string, now = NOW): PurchasePlan {
    const plan = this.plan(id, now);
    this.carryOut(plan);
    this.waiting.delete(id);
    this.store(this.sale(id), plan.comparedAs);
    return plan;
  }

  rest(): void {
    for (let rounds = 0; this.waiting.size > 0; rounds += 1) {
      if (rounds > 200) throw new Error('Sales keep waking each other.');
      const [next] = this.waiting;
      this.once(next!);
    }
  }

  plan(id: string, now: Instant = NOW): PurchasePlan {
    const sale = this.sale(id);
    const { duplicateOf, reviewId: waitsForId } = sale.purchase;
    const review = duplicateOf === null ? null : this.review(id, duplicateOf);
    const order = this.all().find((one) => namesInvoice(one, sale) && one.source.status !== 'missing');
    const rootReview =
      order && duplicateOf !== null && duplicateOf !== order.id ? this.review(order.id, duplicateOf) : null;
    const naming = order ? { order, review: this.review(id, order.id), rootReview } : null;
    const first = planCounting({ sale, known: this.sales, review, naming }, now);
    if (first.kind !== 'compare') return first;
    const candidates = findCandidates(sale, this.sales, this.enter(sale)).map((candidate) => ({
      ...candidate,
      review: this.review(id, candidate.root.id),
    }));
    const awaited = waitsForId === null ? undefined : this.reviews.get(waitsForId);
    const other = this.all().find((one) => one.id !== id && waitsForId === reviewId(one.id, id)) ?? null;
    const waitsFor = awaited ? { review: awaited, other } : null;
    return planComparing({ sale, known: this.sales, leaves: first.leaves, candidates, waitsFor }, now);
  }

  carryOut({ others, questions, own }: PurchasePlan): void {
    for (const change of others) this.write(change);
    for (const { reviewId: id } of questions) this.reviews.set(id, { id, state: 'open', decision: null });
    if (own) this.write(own);
  }

  private write({ read, planned, patch, wake }: PlannedChange): void {
    if (patch) this.sales.set(read.id, { ...planned, version: read.version + 1 });
    if (wake) this.waiting.add(read.id);
  }

  private enter(sale: Sale): Map<string, string[]> {
    const mark = saleMark(sale);
    const own = fingerprints(mark);
    for (const key of own) {
      const entered = this.arrivals.get(key) ?? [];
      if (!entered.includes(sale.id)) this.arrivals.set(key, [...entered, sale.id]);
    }
    const keys = [...own, ...neighbouringFingerprints(mark)];
    return new Map(keys.flatMap((key) => (this.arrivals.has(key) ? [[key, this.arrivals.get(key)!]] : [])));
  }

  /** What a look leaves with the sale: the marks it was compared by, and ten reais where it counts. */
  private store(sale: Sale, comparedAs: string | null): void {
    const earnedCents = counts(sale) ? 1_000 : 0;
    const benefit = counts(sale) ? { earnedCents, programVersion: 1 } : { earnedCents };
    this.sales.set(sale.id, changed(sale, { purchase: { comparedAs }, benefit }));
  }
}

/** Whether benefit is paid for the sale. */
export function counts({ source, purchase, owner }: Sale): boolean {
  return (
    source.status === 'completed' &&
    purchase.duplicateOf === null &&
    purchase.reviewId === null &&
    owner.customerId !== null &&
    !purchase.tellings.some(({ cancelled }) => cancelled)
  );
}
