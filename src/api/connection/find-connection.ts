import type { StoreConnection } from '../../store';
import type { AppDeps } from '../http';
import { Problem } from '../http/problem';

/** A connection of the merchant. @throws Problem `connection_not_found` */
export async function findConnection(
  { store }: Pick<AppDeps, 'store'>,
  merchantId: string,
  id: string,
): Promise<StoreConnection> {
  const connection = await store.connections.get(merchantId, id);
  if (!connection) throw new Problem('connection_not_found');
  return connection;
}
