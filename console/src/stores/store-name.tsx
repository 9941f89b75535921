import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { stores as words } from '../words/pt';
import { noChannelOf, NO_STORE } from './no-channel';
import { storesQuery } from './store-query';
import type { Store } from './store-query';

/** What a store is called, by whichever of its names a sale says; one that is not known goes by what the sale says. */
export function storeNamed(stores: readonly Store[], said: string): string {
  const names = ({ id, channels, documents }: Store): string[] => [id, ...channels, ...documents];
  const known = stores.find((store) => names(store).includes(said))?.name;
  if (known !== undefined) return known;
  if (said === NO_STORE) return words.nowhere;
  return noChannelOf(said) === undefined ? said : words.noChannel;
}

/** What is said of the store of a sale that names none: an order of Bling has no sales channel then. */
export function storeUnnamed(channel: string): string {
  return channel === 'bling' ? words.noChannel : words.noStore;
}

/** The store of a sale, by the name it has now. */
export function StoreName({ said }: { said: string }): ReactNode {
  const { data: stores = [] } = useQuery(storesQuery);
  return storeNamed(stores, said);
}
