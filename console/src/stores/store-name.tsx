import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { storesQuery } from './store-query';
import type { Store } from './store-query';

/** What a store is called, by whichever of its names a sale says; one that is not known goes by what the sale says. */
export function storeNamed(stores: readonly Store[], said: string): string {
  const names = ({ id, channels, documents }: Store): string[] => [id, ...channels, ...documents];
  return stores.find((store) => names(store).includes(said))?.name ?? said;
}

/** The store of a sale, by the name it has now. */
export function StoreName({ said }: { said: string }): ReactNode {
  const { data: stores = [] } = useQuery(storesQuery);
  return storeNamed(stores, said);
}
