import type { Membership } from './session';

const keyOf = (membership: Membership): string => `retorno.store.${membership.id}`;

/** The store this browser stands in: the only one there is for the person, or the one chosen here; null: none of them. */
export function chosenStore(membership: Membership): string | null {
  const { stores } = membership;
  if (stores.length === 1) return stores[0]!.id;
  const kept = localStorage.getItem(keyOf(membership));
  return stores.some(({ id }) => id === kept) ? kept : null;
}

/** Remembers in which store this browser stands. */
export function chooseStore(membership: Membership, storeId: string): void {
  localStorage.setItem(keyOf(membership), storeId);
}
