import { fingerprints, neighbouringFingerprints, saleMark } from '../../purchase';
import type { PairQuestion, PairReview } from '../../purchase';
import type { Sale } from '../../sale';

type Pair = readonly [string, string];

/** What sales are compared by (R47): who stands under which fingerprint, and what a person was asked, or has decided, of a pair. */
export class Purchases {
  private readonly arrivals = new Map<string, string[]>();
  private readonly reviews = new Map<string, PairReview & { pair: Pair }>();

  /** Enters a sale under its fingerprints. Answers who stands there and a day off, in order of arrival. */
  enter(sale: Sale): Map<string, readonly string[]> {
    const mark = saleMark(sale);
    const own = fingerprints(mark);
    for (const key of own) {
      const there = this.arrivals.get(key) ?? [];
      if (!there.includes(sale.id)) this.arrivals.set(key, [...there, sale.id]);
    }
    const keys = [...own, ...neighbouringFingerprints(mark)];
    return new Map(keys.flatMap((key) => (this.arrivals.has(key) ? [[key, this.arrivals.get(key)!]] : [])));
  }

  /** What a person was asked, or has decided, about two sales. */
  review(...pair: Pair): PairReview {
    const id = reviewId(pair);
    return this.reviews.get(id) ?? { id, state: 'unasked', decision: null };
  }

  /** The review with this id, and the other sale of its pair. */
  reviewOf(id: string, saleId: string): { review: PairReview; other: string } | null {
    const review = this.reviews.get(id);
    if (!review) return null;
    const [a, b] = review.pair;
    return { review, other: a === saleId ? b : a };
  }

  ask({ reviewId: id, subjects }: PairQuestion): void {
    this.reviews.set(id, { id, state: 'open', decision: null, pair: subjects });
  }

  decide(pair: Pair, decision: 'same' | 'distinct'): void {
    const id = reviewId(pair);
    this.reviews.set(id, { id, state: 'resolved', decision, pair });
  }
}

function reviewId(pair: Pair): string {
  return JSON.stringify([...pair].sort());
}
