import type { z } from 'zod';
import type { Review } from '../../store/open-store';
import type { reviewSchema } from '../schemas';
import { iso, isoOrNull } from '../http/instants';

/** A review as the contract shows it. */
export function reviewView({
  merchantId: _merchant,
  openedAt,
  resolvedAt,
  ...review
}: Review): z.output<typeof reviewSchema> {
  return { ...review, openedAt: iso(openedAt), resolvedAt: isoOrNull(resolvedAt) };
}
