import type { z } from 'zod';
import type { StoreConnection } from '../../store';
import type { AppDeps } from '../http';
import type { connectionSchema } from './connection-schema';
import { connectionView } from './connection-view';

type View = z.output<typeof connectionSchema>;

/** Has a connection's run look again; one that is not told does so by itself. */
export async function tellRun(
  { runs, log }: AppDeps,
  { merchantId, id: connectionId }: StoreConnection,
  what: 'connectionChanged' | 'reconcileNow' = 'connectionChanged',
): Promise<void> {
  await runs[what]({ merchantId, connectionId }).catch((cause: unknown) =>
    log.warn({ connectionId, reason: (cause as Error).name }, 'the run of a connection was not told yet'),
  );
}

/** Has an import of its contacts go on that waits for the connection; one that is not told looks by itself after some minutes. */
export async function wakeImport(
  { store, runs, log }: Pick<AppDeps, 'store' | 'runs' | 'log'>,
  { merchantId, id: connectionId }: StoreConnection,
): Promise<void> {
  try {
    const open = await store.contactImports.openOf(merchantId, connectionId);
    if (open) await runs.importContacts({ merchantId, importId: open.id });
  } catch (error) {
    log.warn({ connectionId, reason: (error as Error).name }, 'the import of a connection was not told yet');
  }
}

/** Connections as they are answered, with what keeps their companies from being called just now and how much of the day is used. */
export async function viewsOf(
  { store, now }: AppDeps,
  connections: readonly StoreConnection[],
): Promise<View[]> {
  const stops = await store.callStops.of(connections.map(({ companyId }) => companyId));
  const day = new Date(now());
  return Promise.all(
    connections.map(async (connection) => {
      const quota = await store.callPlaces.usedToday(connection.companyId, day);
      return connectionView(connection, stops.get(connection.companyId) ?? null, quota);
    }),
  );
}

/** One of them. */
export async function viewOf(deps: AppDeps, connection: StoreConnection): Promise<View> {
  const [view] = await viewsOf(deps, [connection]);
  return view!;
}
