import type { Instant } from '../basis';
import type { Sale } from '../sale';
import { openedBefore } from './arrival';
import type { Candidate } from './candidates';
import { endOfChain } from './chain';
import type { KnownSales } from './chain';
import { Changes } from './changes';
import type { Doubt } from './doubt';
import { planJoin, saleName } from './join';
import { markText } from './mark';
import { assemblePlan } from './purchase-plan';
import type { Leaving, PurchasePlan } from './purchase-plan';
import { pairQuestion } from './review';
import type { PairReview } from './review';
import { strikeTelling } from './tellings';

/** What is known once the sale has been compared. */
export interface ComparingFacts {
  sale: Sale;
  known: KnownSales;
  leaves: Leaving | null;
  /** The purchases that the sale may be part of, each with the review of the pair. */
  candidates: readonly ReviewedCandidate[];
  /** The review that the sale waits for, and the other sale of that pair; null where it waits for none. */
  waitsFor: { review: PairReview; other: Sale | null } | null;
}

export type ReviewedCandidate = Candidate & { review: PairReview };

/**
 * What becomes of a completed sale that has been compared. It joins a purchase that was there before and is certainly the
 * same, or that a person has said to be the same. Where it may be the same it is held until a person has decided. Otherwise
 * it counts by itself.
 */
export function planComparing(facts: ComparingFacts, now: Instant): PurchasePlan {
  const { sale, known, leaves } = facts;
  const candidates = facts.candidates.map(decided).sort((a, b) => (openedBefore(a.root, b.root) ? -1 : 1));
  const root = purchaseToJoin(candidates) ?? purchaseDecided(facts);
  const changes = new Changes();
  if (leaves) {
    changes.write(leaves.root, strikeTelling(leaves.root, sale));
    changes.wake(leaves.root);
  }
  makeLookAgain(changes, candidates, root);
  if (root) return planJoin(sale, root, known, now, changes);
  return planWithoutJoin(facts, candidates, changes, now);
}

/** A person's decision stands before the data. */
function decided(candidate: ReviewedCandidate): ReviewedCandidate {
  return { ...candidate, verdict: candidate.review.decision ?? candidate.verdict };
}

/** The purchase that was there first and is certainly the same; one that counts rather than one that waits for a person. */
function purchaseToJoin(candidates: readonly Candidate[]): Sale | null {
  const same = candidates.filter(({ verdict, earlier }) => verdict === 'same' && earlier);
  return (same.find(({ root }) => root.purchase.reviewId === null) ?? same[0])?.root ?? null;
}

/** The purchase that a person has said the held sale to be part of. */
function purchaseDecided({ sale, known, waitsFor }: ComparingFacts): Sale | null {
  const { review, other = null } = waitsFor ?? {};
  const root = review?.decision === 'same' && other ? endOfChain(known, other) : null;
  return root?.id === sale.id ? null : root;
}

/**
 * Sales that have to act on the pair themselves compare again: those that have to join this one or the purchase it joins,
 * and those that have to be held because of it. Once they have, they are not woken any more.
 */
function makeLookAgain(
  changes: Changes,
  candidates: readonly ReviewedCandidate[],
  joined: Sale | null,
): void {
  for (const { root, verdict, earlier, review } of candidates) {
    const joins = verdict === 'same' && root.id !== joined?.id && (!earlier || joined !== null);
    const waits = verdict === 'doubtful' && !earlier && review.state === 'unasked';
    if (!joins && !waits) continue;
    changes.write(root, { purchase: { comparedAs: null } });
    changes.wake(root);
  }
}

/** Told otherwise than when it was last compared, the sale may be another purchase than its tellings tell of: they look. */
function wakeTellings(changes: Changes, sale: Sale, known: KnownSales): void {
  for (const { saleId } of sale.purchase.tellings) {
    const telling = known.get(saleId);
    if (telling?.purchase.duplicateOf === sale.id) changes.wake(telling);
  }
}

/** Doubtful pairs go to the review list; the later sale waits for the decision, unless it has been paid already. */
function planWithoutJoin(
  facts: ComparingFacts,
  candidates: readonly ReviewedCandidate[],
  changes: Changes,
  now: Instant,
): PurchasePlan {
  const { sale, known, leaves } = facts;
  if (sale.purchase.comparedAs !== markText(sale)) wakeTellings(changes, sale, known);
  const doubts = withoutRepeats([...(leaves?.doubt ? [leaves.doubt] : []), ...candidates.filter(isDoubtful)]);
  const undecided = doubts.find(({ review }) => review.state !== 'resolved');
  const reviewId = isPaid(sale) ? null : (reviewStillOpen(facts) ?? undecided?.review.id ?? null);
  const resembled = reviewStillOpen(facts) === null ? undecided?.root : facts.waitsFor?.other;
  const { purchase } = sale;
  const moved = reviewId !== purchase.reviewId || purchase.duplicateOf !== null;
  const text =
    reviewId === null
      ? 'Não é a mesma compra que outra venda: conta por si'
      : `Em revisão: pode ser a mesma compra que ${resembled ? `a venda ${saleName(resembled)}` : 'outra venda'}`;
  const event = moved ? { at: now, event: 'compared', text } : undefined;
  changes.write(sale, { purchase: { duplicateOf: null, reviewId } }, event);
  const verdict = reviewId === null ? { kind: 'alone' as const } : { kind: 'hold' as const, reviewId };
  const questions = doubts
    .filter(({ review }) => review.state === 'unasked')
    .map(({ root, reasons, review }) => pairQuestion(sale, root, reasons, review.id));
  return assemblePlan(sale, verdict, changes, { questions, comparedAs: markText(sale) });
}

function isDoubtful({ verdict, earlier }: Candidate): boolean {
  return verdict === 'doubtful' && earlier;
}

function withoutRepeats(doubts: readonly Doubt[]): Doubt[] {
  return doubts.filter(
    (doubt, index) => doubts.findIndex(({ review }) => review.id === doubt.review.id) === index,
  );
}

/** The review that the sale waits for, if it is still open and the other sale still there. */
function reviewStillOpen({ waitsFor }: ComparingFacts): string | null {
  const { review, other } = waitsFor ?? {};
  return review?.state === 'open' && other && other.source.status !== 'missing' ? review.id : null;
}

/**
 * A sale that counts and has been paid goes on counting while a person decides. One that waits goes on waiting, also where
 * something that it gave before could not be taken back.
 */
function isPaid({ benefit, purchase }: Sale): boolean {
  if (purchase.duplicateOf !== null || purchase.reviewId !== null) return false;
  return benefit.earnedCents + benefit.earnedPoints + benefit.earnedVouchers > 0;
}
