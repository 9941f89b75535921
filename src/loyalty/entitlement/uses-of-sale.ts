import { mayName, refKey, saleNamed } from '../redemption';
import type { NamedSale } from '../redemption';
import type { Redemption } from '../ledger';
import type { AroundSale } from './around-sale';
import type { SaleRecord } from './sale-record';
import { ask } from './steps';
import type { Steps } from './steps';

/** A sale as uses name it. */
export function namedSale({ id, ids, refs, customerId, storeId, soldAt, zone }: SaleRecord): NamedSale {
  return { id, ids, names: refs, customerId, storeId, soldAt, zone };
}

/** Under which spellings a use may give the sale's reference. */
export function keysOfSale({ ids, refs }: Pick<SaleRecord, 'ids' | 'refs'>): string[] {
  return [...new Set([...ids, ...refs].map(refKey))];
}

/**
 * Finds out which uses name the sale, and keeps it with them (R46). A sale that is completed (or over) for the first time is what
 * uses not resolved before may have meant. Afterwards only a claim, a merge or an edit of this very sale is a reason to look
 * again: a use that can no longer mean it may mean another, and one that was confirmed, and meant none, may mean it now.
 * @returns the sale with the marks by which its uses were found
 */
export function* findUses<T>(sale: SaleRecord, around: AroundSale<T>): Steps<SaleRecord> {
  const first = sale.usesFoundBy === null;
  const begins = sale.refs.length > 0 && (!first || sale.standing !== 'open');
  const usesFoundBy = begins ? marks(sale) : null;
  if (begins && usesFoundBy === sale.usesFoundBy) return sale;
  const self = namedSale(sale);
  const kept = sale.refs.length > 0 ? yield* ask(around.redemptions()) : [];
  const astray = kept.filter((use) => isLiveUse(use) && !mayName(use, self));
  const loose = begins ? yield* ask(around.looseUses()) : [];
  const mine = loose.filter((use) => (use.state === 'confirmed' || first) && mayName(use, self));
  const others = new Set<string>();
  for (const use of [...astray, ...mine]) {
    const named = saleNamed(use, withSelf(self, yield* ask(around.salesFor(use))));
    if (named?.id === use.saleId) continue;
    yield* ask(around.keepSale(use, named?.id ?? null));
    if (named && named.id !== sale.id) others.add(named.id);
  }
  for (const saleId of [...others].sort()) yield* ask(around.lookAgain(saleId));
  return { ...sale, usesFoundBy };
}

/** Open reservations that would name the sale if they were confirmed now: they are not kept with any sale yet. */
export function* openReservations<T>(sale: SaleRecord, around: AroundSale<T>): Steps<Redemption[]> {
  const self = namedSale(sale);
  const found: Redemption[] = [];
  for (const use of yield* ask(around.looseUses())) {
    if (use.state !== 'reserved' || !mayName(use, self)) continue;
    const sales = withSelf(self, yield* ask(around.salesFor(use)));
    if (saleNamed(use, sales)?.id === sale.id) found.push(use);
  }
  return found;
}

/** The sale as it is being worked on, whatever is stored of it. */
function withSelf(self: NamedSale, sales: readonly NamedSale[]): NamedSale[] {
  return [...sales.filter(({ id }) => id !== self.id), self];
}

/** Everything of a sale by which a use can mean it. */
function marks(sale: SaleRecord): string {
  const { customerId, storeId, soldAt, zone } = sale;
  return JSON.stringify([customerId, storeId, soldAt, zone, [...sale.ids].sort(), keysOfSale(sale).sort()]);
}

function isLiveUse({ state }: Redemption): boolean {
  return state === 'confirmed' || state === 'reserved';
}
