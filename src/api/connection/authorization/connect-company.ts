import type { Logger } from '../../../log';
import { wakeParked } from '../../../runs';
import { endRefusal } from '../../../store';
import type { StoreConnection } from '../../../store';
import type { AppDeps } from '../../http';
import { wakeImport } from '../connection-state';

/**
 * Turns the code of a callback into a connection. The exchange comes first and happens once: whatever fails after it,
 * the merchant has to authorise again. Bling sends events from the exchange on, and until the company is known they are nobody's: its orders
 * are compared from before then.
 * @throws BlingOAuthError, BlingApiError, CompanyTakenError
 */
export async function connectCompany(
  deps: AppDeps,
  log: Logger,
  merchantId: string,
  code: string,
): Promise<StoreConnection> {
  const { store, bling, now } = deps;
  const since = new Date(now());
  const { accessToken, refreshToken, expiresInSeconds } = await bling.exchangeCode(code);
  const exchangedAt = now();
  const company = await bling.readCompany(accessToken);
  const connection = await store.connections.authorize(
    merchantId,
    { companyId: company.id, companyName: company.name ?? company.id },
    { accessToken, refreshToken, expiresAt: new Date(exchangedAt + expiresInSeconds * 1_000) },
    new Date(now()),
    since,
  );
  await keepWalkInContact(deps, log, connection, accessToken);
  await goOnReading(deps, log, connection, since);
  await wakeImport({ ...deps, log }, connection);
  return connection;
}

/** Has the connection kept well from now on, and wakes the sales that were parked. What does not come to that is done by the sweep for lost runs. */
async function goOnReading(
  { store, runs, now }: AppDeps,
  log: Logger,
  { id: connectionId, merchantId, createdAt, authorizedAt }: StoreConnection,
  since: Date,
): Promise<void> {
  try {
    await endRefusal(store.alerts, { merchantId, connectionId }, new Date(now()));
    const isNew = createdAt.getTime() === since.getTime();
    await runs[isNew ? 'connectionChanged' : 'reconcileNow']({ merchantId, connectionId });
    await wakeParked(store.sales, runs, { merchantId, connectionId, since: authorizedAt });
  } catch (error) {
    log.warn({ connectionId, reason: (error as Error).name }, 'parked sales were not woken yet');
  }
}

/**
 * Keeps the id of Bling's walk-in contact, by which sales to nobody are recognised. Without it they are recognised by the
 * contact's name and document, so a failure here stops nothing.
 */
async function keepWalkInContact(
  { store, bling }: AppDeps,
  log: Logger,
  { id, merchantId, companyId }: StoreConnection,
  accessToken: string,
): Promise<void> {
  try {
    const walkInContactId = await bling.readWalkInContactId({ connectionId: id, companyId }, accessToken);
    if (walkInContactId !== null) await store.connections.configure(merchantId, id, { walkInContactId });
  } catch (error) {
    log.warn({ connectionId: id, reason: (error as Error).name }, 'walk-in contact was not read');
  }
}
