import type { z } from 'zod';
import type { Review } from '../../store';
import { iso, isoOrNull } from '../http';
import type { reviewSchema } from './review-schema';

/** A review as the contract shows it. */
export function reviewView({
  merchantId: _merchant,
  openedAt,
  resolvedAt,
  ...review
}: Review): z.output<typeof reviewSchema> {
  return { ...review, openedAt: iso(openedAt), resolvedAt: isoOrNull(resolvedAt) };
}
