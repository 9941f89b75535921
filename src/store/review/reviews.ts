import { reviewIdOf } from '../../ids';
import { Refusal } from '../../loyalty';
import { after, isDuplicateKey } from '../mongo';
import type { Mongo, Place } from '../mongo';
import type { ReviewDecision, ReviewDoc, ReviewKind } from './review-model';
import { reviewModel } from './review-model';

/** A review as stored; `id` in place of `_id`. */
export type Review = Omit<ReviewDoc, '_id'> & { id: string };

/** The pair a review is about; the order of its subjects means nothing. */
export interface ReviewPair {
  merchantId: string;
  kind: ReviewKind;
  subjects: readonly [string, string];
}

/** Pairs that a person has to decide about. Each pair is asked once, whatever is found out later. */
export interface Reviews {
  /** Opens the review of a pair, or finds the one there is. */
  open(pair: ReviewPair, facts: Record<string, unknown>, now: Date): Promise<Review>;
  of(pair: ReviewPair): Promise<Review | null>;
  get(merchantId: string, id: string): Promise<Review | null>;
  /** How many are open, counted up to `most`. */
  countOpen(merchantId: string, most: number): Promise<number>;
  /** Newest first; `before` and `beforeId` are `openedAt` and id of the last one seen. */
  list(
    merchantId: string,
    filter: { state?: Review['state']; kind?: ReviewKind; limit: number } & Place,
  ): Promise<Review[]>;
  /** Once; the same decision again is no error. @throws Refusal `review_resolved` if it was decided otherwise */
  resolve(
    merchantId: string,
    id: string,
    by: { decision: ReviewDecision; operator: string | null; reason: string | null },
    now: Date,
  ): Promise<Review | null>;
}

export function createReviews(mongo: Mongo): Reviews {
  const get = async (merchantId: string, id: string): Promise<Review | null> => {
    const doc = await mongo.findOne(reviewModel, { _id: id, merchantId });
    return doc ? asReview(doc) : null;
  };

  return {
    get,
    of: ({ merchantId, kind, subjects }) => get(merchantId, reviewIdOf(merchantId, kind, subjects)),
    async open({ merchantId, kind, subjects }, facts, now) {
      const _id = reviewIdOf(merchantId, kind, subjects);
      const fresh: ReviewDoc = {
        ...{ _id, merchantId, kind, subjects: [...subjects].sort(), facts, state: 'open', openedAt: now },
        ...{ decision: null, operator: null, reason: null, resolvedAt: null },
      };
      try {
        await mongo.of(reviewModel).insertMany([fresh], { lean: true });
        return asReview(fresh);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return (await get(merchantId, _id)) ?? asReview(fresh);
      }
    },
    countOpen: (merchantId, most) =>
      mongo.of(reviewModel).countDocuments({ merchantId, state: 'open' }, { limit: most }).exec(),
    async list(merchantId, { state, kind, limit, ...place }) {
      const filter = {
        merchantId,
        ...(state === undefined ? {} : { state }),
        ...(kind === undefined ? {} : { kind }),
        ...after('openedAt', place),
      };
      return (
        await mongo.of(reviewModel).find(filter).sort({ openedAt: -1, _id: -1 }).limit(limit).lean()
      ).map(asReview);
    },
    async resolve(merchantId, id, by, now) {
      const set = { ...by, state: 'resolved', resolvedAt: now };
      const { matchedCount } = await mongo
        .of(reviewModel)
        .updateOne({ _id: id, merchantId, state: 'open' }, { $set: set });
      const review = await get(merchantId, id);
      if (matchedCount === 0 && review && review.decision !== by.decision)
        throw new Refusal('review_resolved');
      return review;
    },
  };
}

function asReview({ _id, ...review }: ReviewDoc): Review {
  return { id: _id, ...review };
}
