import type { Review } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint, keyIdOf, operatorOf, placeAfter, readPlace } from '../http';
import { Problem } from '../http/problem';
import { carryOutDecision } from './decision';
import {
  resolveReviewSchema,
  reviewExample,
  reviewListSchema,
  reviewQuerySchema,
  reviewWithSidesSchema,
} from './review-schema';
import { withSides } from './review-sides';
import { reviewView } from './review-view';

const tag = 'Reviews';
const example = { ...reviewExample, sales: [], heldSaleId: null, customers: [] };

/** Pairs of sales or customers that only a person can tell apart. */
export function reviewRoutes(deps: AppDeps): Route[] {
  return [list(deps), one(deps), resolve(deps)];
}

function list(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/reviews',
    permission: 'review',
    tag,
    summary: 'Pairs that wait for a decision, newest first',
    query: reviewQuerySchema,
    reply: {
      description: 'A page of reviews',
      schema: reviewListSchema,
      example: { data: [reviewExample], next: null },
    },
    async answer({ merchantId, query: { state, kind, limit, before } }) {
      const reviews = await deps.store.reviews.list(merchantId, {
        limit,
        ...(state === 'all' ? {} : { state }),
        ...(kind === undefined ? {} : { kind }),
        ...(before === undefined ? {} : readPlace(before)),
      });
      return { data: reviews.map(reviewView), next: placeAfter(reviews, limit, ({ openedAt }) => openedAt) };
    },
  });
}

function one(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/reviews/{id}',
    permission: 'review',
    tag,
    summary: 'A review, with both sides as they are now',
    reply: {
      description: 'The review',
      schema: reviewWithSidesSchema,
      example,
    },
    refusals: ['review_not_found'],
    async answer({ merchantId, caller, id }) {
      const review = await known(deps, merchantId, id);
      return withSides(deps, review, caller.actor);
    },
  });
}

function resolve(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'post',
    path: '/v1/reviews/{id}/resolve',
    permission: 'review',
    act: 'review.decide',
    tag,
    summary: 'Decide: the same, or not',
    description:
      'Two sales that are the same count once, where the earlier is; distinct ones both count. Two customers that are the same are merged. A pair is asked once.',
    body: {
      schema: resolveReviewSchema,
      example: { decision: 'same', operator: 'gerente', reason: 'Conferido no pedido da loja' },
    },
    reply: { description: 'The review as it is now', schema: reviewWithSidesSchema, example },
    refusals: ['review_not_found', 'review_resolved'],
    movesValue: true,
    async answer({ merchantId, caller, id, body, now, log, tell }) {
      const { decision, reason = null } = body;
      const operator = operatorOf(caller, body);
      await known(deps, merchantId, id);
      const at = new Date(now);
      const review = await deps.store.reviews.resolve(merchantId, id, { decision, operator, reason }, at);
      if (!review) throw new Problem('review_not_found');
      await carryOutDecision(deps, review, { keyId: keyIdOf(caller), now: at });
      tell({ subject: { kind: 'review', id }, after: { kind: review.kind, decision } });
      log.info({ reviewId: id, kind: review.kind, decision }, 'review resolved');
      return withSides(deps, review, caller.actor);
    },
  });
}

async function known({ store }: AppDeps, merchantId: string, id: string): Promise<Review> {
  const review = await store.reviews.get(merchantId, id);
  if (!review) throw new Problem('review_not_found');
  return review;
}
