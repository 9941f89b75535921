import { mostReturnableCents } from '../basis';
import type { Sale, SalePurchase, SaleReturn } from '../sale';

type Returns = Pick<SalePurchase, 'returns' | 'returnedCents'>;

/**
 * The goods that came back to the purchase, with those that `telling` knows of. A return counts once, whichever sources
 * tell it, and all of them together are never more than the sale that counts.
 */
export function withReturns(root: Sale, telling: Sale): Returns {
  const known = new Set(root.purchase.returns.map(({ id }) => id));
  const returns = [...root.purchase.returns];
  for (const made of telling.purchase.returns) {
    const amountCents = Math.min(made.amountCents, mostReturnableCents(root.content) - total(returns));
    if (!known.has(made.id) && amountCents > 0) returns.push({ ...made, amountCents });
  }
  return { returns, returnedCents: total(returns) };
}

/** The goods that came back to the purchase, without those of a sale that turned out to be another purchase. */
export function withoutReturns(root: Sale, telling: Sale): Returns {
  const theirs = new Set(telling.purchase.returns.map(({ id }) => id));
  const returns = root.purchase.returns.filter(({ id }) => !theirs.has(id));
  return { returns, returnedCents: total(returns) };
}

function total(returns: readonly SaleReturn[]): number {
  return returns.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
