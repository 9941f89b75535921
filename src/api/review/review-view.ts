import type { z } from 'zod';
import type { Review } from '../../store';
import { iso, isoOrNull } from '../http';
import type { reviewSchema } from './review-schema';

/** A review as the contract shows it. */
export function reviewView(review: Review): z.output<typeof reviewSchema> {
  const { id, kind, subjects, facts, state, decision, operator, reason, openedAt, resolvedAt } = review;
  return {
    ...{ id, kind, subjects, facts, state, decision, operator, reason },
    ...{ openedAt: iso(openedAt), resolvedAt: isoOrNull(resolvedAt) },
  };
}
