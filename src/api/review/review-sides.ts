import type { z } from 'zod';
import type { Actor, Review } from '../../store';
import { customerView, maskedFor } from '../customer';
import type { AppDeps } from '../http';
import { saleSummaries } from '../sale';
import type { reviewWithSidesSchema } from './review-schema';
import { reviewView } from './review-view';
import { currentPair } from './same-customer';

type WithSides = z.output<typeof reviewWithSidesSchema>;
type Sides = Pick<WithSides, 'sales' | 'heldSaleId' | 'customers'>;

/** A review with both sides of its pair as they are now. */
export async function withSides(
  deps: Pick<AppDeps, 'store' | 'now'>,
  review: Review,
  actor: Actor,
): Promise<WithSides> {
  return { ...reviewView(review), ...(await sidesOf(deps, review, actor)) };
}

async function sidesOf(
  deps: Pick<AppDeps, 'store' | 'now'>,
  { merchantId, kind, subjects, id }: Review,
  actor: Actor,
): Promise<Sides> {
  if (kind === 'same_customer') {
    const customers = await currentPair(deps, merchantId, subjects);
    return {
      sales: [],
      heldSaleId: null,
      customers: customers.map((one) => customerView(maskedFor(actor, one))),
    };
  }
  const found = await Promise.all(subjects.map((one) => deps.store.sales.get(merchantId, one)));
  const sales = found.filter((one) => one !== null);
  return {
    sales: await saleSummaries(deps, merchantId, sales, deps.now()),
    heldSaleId: sales.find(({ purchase }) => purchase.reviewId === id)?.id ?? null,
    customers: [],
  };
}
