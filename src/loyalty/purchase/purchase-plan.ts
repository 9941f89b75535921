import type { Sale } from '../sale';
import type { Changes, PlannedChange } from './changes';
import type { Doubt } from './doubt';
import type { PairQuestion } from './review';

/** What becomes of a sale once other sources' tellings of the same purchase are known. */
export type PurchaseVerdict =
  /** It was compared by the marks it has now: nothing has changed. */
  | { kind: 'keep' }
  /** It goes on counting by `root`, which learns what the sale says now. */
  | { kind: 'follow'; root: Sale }
  /** It counts by `root` from now on, and with it whatever counted by the sale. */
  | { kind: 'join'; root: Sale }
  /** Its source has deleted it: `heir` counts in its place. */
  | { kind: 'handOver'; heir: Sale }
  /** It waits until a person has decided the review. */
  | { kind: 'hold'; reviewId: string }
  /** It counts by itself. */
  | { kind: 'alone' }
  /** It is not completed, so there is nothing to compare. */
  | { kind: 'idle' };

/**
 * A verdict and how to carry it out: each change of `others` in turn, waking the sale where the change says so; then the
 * questions; then the sale's own change. The own change comes last because until then the step, when it is repeated, comes
 * to the same plan and does again whatever was lost.
 */
export type PurchasePlan = PurchaseVerdict & {
  others: PlannedChange[];
  /** Reviews to open. If one of them turns out to be decided already, the plan is void and the step begins anew. */
  questions: PairQuestion[];
  own: PlannedChange | null;
  /** The marks by which the sale was compared, for storing with the result; null: it must be compared again. */
  comparedAs: string | null;
};

/** The next thing to do is to compare the sale with other sources' sales. */
export interface ComparisonNeeded {
  kind: 'compare';
  /** The purchase that the sale counted by and is no longer part of. */
  leaves: Leaving | null;
}

/** `doubt` is null where a person has decided that they are distinct: then nobody has to be asked. */
export interface Leaving {
  root: Sale;
  doubt: Doubt | null;
}

/** Puts a plan together. */
export function assemblePlan(
  sale: Sale,
  verdict: PurchaseVerdict,
  changes: Changes,
  { questions = [], comparedAs = null }: Partial<Pick<PurchasePlan, 'questions' | 'comparedAs'>> = {},
): PurchasePlan {
  const all = changes.list();
  const own = all.find(({ read, patch }) => read.id === sale.id && patch !== null) ?? null;
  const others = all.filter(({ read }) => read.id !== sale.id);
  return { ...verdict, others, questions, own, comparedAs };
}
