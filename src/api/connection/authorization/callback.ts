import type { Logger } from '../../../log';
import { withoutValues } from '../../../store';
import type { CallbackClaim, Store } from '../../../store';
import type { AppDeps } from '../../http';
import { connectCompany } from './connect-company';
import { connectFailure, isConnectFailure } from './connect-failure';
import type { ConnectFailure } from './connect-failure';
import {
  connectedPage,
  deniedPage,
  elsewherePage,
  failurePage,
  inProgressPage,
  tryAgainPage,
  unknownStatePage,
} from './pages';
import type { Page } from './pages';

/** What Bling comes back with. */
export interface CallbackQuery {
  code?: string;
  state?: string;
  error?: string;
}

/**
 * Answers the callback of an authorisation. However often it is opened, its code is exchanged once; who comes later is
 * shown how it ended. Never throws: a person is looking at the answer.
 * @param here whether this is the browser in which it was begun
 */
export async function answerCallback(
  deps: AppDeps,
  log: Logger,
  { code, state, error }: CallbackQuery,
  here: boolean,
): Promise<Page> {
  if (error !== undefined) return deniedPage(error);
  if (!code || !state) return unknownStatePage();
  try {
    const merchant = await beganBy(deps.store, state);
    if (!merchant) return unknownStatePage();
    if (!here) {
      log.warn({ merchantId: merchant.id }, 'a consent was finished in another browser, and refused');
      return elsewherePage(merchant.name);
    }
    const claim = await deps.store.authorizations.claim(state, code);
    if (claim.kind === 'unknown_state') return unknownStatePage();
    if (claim.kind === 'first') return await connect(deps, log, claim.merchantId, state, code);
    return await earlierOutcome(deps, claim);
  } catch (cause) {
    log.error({ reason: (cause as Error).name }, 'callback could not be answered');
    return tryAgainPage();
  }
}

/** The account for which an authorisation was begun; null: there is no such authorisation. */
export async function beganBy(
  { authorizations, merchants }: Pick<Store, 'authorizations' | 'merchants'>,
  state: string,
): Promise<{ id: string; name: string } | null> {
  const id = await authorizations.merchantOf(state);
  const merchant = id === null ? null : await merchants.get(id);
  return id === null ? null : { id, name: merchant?.name ?? id };
}

async function connect(
  deps: AppDeps,
  log: Logger,
  merchantId: string,
  state: string,
  code: string,
): Promise<Page> {
  const remember = (outcome: { connectionId: string } | { failure: ConnectFailure }): Promise<void> =>
    deps.store.authorizations.finish(state, outcome).catch((cause: unknown) => {
      log.warn({ merchantId, reason: (cause as Error).name }, 'the end of an authorisation was not kept');
    });
  try {
    const { id, companyId, companyName } = await connectCompany(deps, log, merchantId, code);
    log.info({ merchantId, connectionId: id, companyId }, 'bling company connected');
    await remember({ connectionId: id });
    return connectedPage(companyName);
  } catch (error) {
    const failure = connectFailure(error);
    log.error({ merchantId, failure, reason: withoutValues(error) }, 'bling company was not connected');
    await remember({ failure });
    return failurePage(failure);
  }
}

async function earlierOutcome(
  deps: AppDeps,
  claim: Extract<CallbackClaim, { kind: 'repeat' }>,
): Promise<Page> {
  const { merchantId, connectionId, failure } = claim;
  if (failure !== null) return failurePage(isConnectFailure(failure) ? failure : 'unexpected');
  if (connectionId === null) return inProgressPage();
  const connection = await deps.store.connections.get(merchantId, connectionId);
  return connection ? connectedPage(connection.companyName) : failurePage('unexpected');
}
