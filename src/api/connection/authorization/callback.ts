import type { Logger } from '../../../log';
import { withoutValues } from '../../../store';
import type { CallbackClaim } from '../../../store';
import type { AppDeps, CallOrigin, PlainPage } from '../../http';
import { noteDone } from '../../http';
import { beganBy } from './began-by';
import type { Beginning } from './began-by';
import { connectCompany } from './connect-company';
import { connectFailure, isConnectFailure } from './connect-failure';
import type { ConnectFailure } from './connect-failure';
import {
  barredPage,
  connectedPage,
  deniedPage,
  elsewherePage,
  failurePage,
  inProgressPage,
  notTheirsPage,
  tryAgainPage,
  unknownStatePage,
} from './pages';

/** What Bling comes back with. */
export interface CallbackQuery {
  code?: string;
  state?: string;
  error?: string;
}

/**
 * Answers the callback of an authorisation. However often it is opened, its code is exchanged once; who comes later is
 * shown how it ended. Never throws: a person is looking at the answer.
 * @param from where it comes from
 * @param is whether it is `here`, the browser in which it was begun, and by whom: `theirs`
 */
export async function answerCallback(
  deps: AppDeps,
  log: Logger,
  { code, state, error }: CallbackQuery,
  from: CallOrigin,
  is: { here: boolean; theirs: (beginning: Beginning) => Promise<boolean> },
): Promise<PlainPage> {
  if (error !== undefined) return deniedPage(error);
  if (!code || !state) return unknownStatePage();
  try {
    const beginning = await beganBy(deps.store, state);
    if (!beginning) return unknownStatePage();
    const { id: merchantId, name } = beginning.merchant;
    if (!is.here) {
      log.warn({ merchantId }, 'a consent was finished in another browser, and refused');
      return elsewherePage(name);
    }
    if (!(await is.theirs(beginning))) {
      log.warn({ merchantId }, 'a consent was finished by somebody else than who began it, and refused');
      return notTheirsPage(name);
    }
    if (beginning.barred) {
      log.warn(
        { merchantId, barred: beginning.barred },
        'a consent was finished for who may not connect any more',
      );
      return barredPage(name, beginning.barred);
    }
    const claim = await deps.store.authorizations.claim(state, code, new Date(deps.now()));
    if (claim.kind === 'unknown_state') return unknownStatePage();
    if (claim.kind === 'first') return await connect(deps, log, { ...beginning, state, code, from });
    return await earlierOutcome(deps, claim);
  } catch (cause) {
    log.error({ reason: (cause as Error).name }, 'callback could not be answered');
    return tryAgainPage();
  }
}

async function connect(
  deps: AppDeps,
  log: Logger,
  { merchant, by, state, code, from }: Beginning & { state: string; code: string; from: CallOrigin },
): Promise<PlainPage> {
  const merchantId = merchant.id;
  const remember = (outcome: { connectionId: string } | { failure: ConnectFailure }): Promise<void> =>
    deps.store.authorizations.finish(state, outcome).catch((cause: unknown) => {
      log.warn({ merchantId, reason: (cause as Error).name }, 'the end of an authorisation was not kept');
    });
  try {
    const { id, companyId, companyName } = await connectCompany(deps, log, merchantId, code);
    log.info({ merchantId, connectionId: id, companyId }, 'bling company connected');
    await remember({ connectionId: id });
    const act = {
      merchantId,
      at: new Date(deps.now()),
      actor: by ?? UNTOLD,
      ...from,
      act: 'connection.connect',
    };
    await noteDone(deps, act, { subject: { kind: 'connection', id }, after: { companyId } });
    return connectedPage(companyName);
  } catch (error) {
    const failure = connectFailure(error);
    log.error({ merchantId, failure, reason: withoutValues(error) }, 'bling company was not connected');
    await remember({ failure });
    return failurePage(failure);
  }
}

/** Who began it with a version that did not keep who. */
const UNTOLD = { kind: 'installation' } as const;

/** Longer than the exchange and what follows it can take: whoever was at it has died. */
const CONNECTED_WITHIN_MS = 60_000;

async function earlierOutcome(
  deps: AppDeps,
  claim: Extract<CallbackClaim, { kind: 'repeat' }>,
): Promise<PlainPage> {
  const { merchantId, connectionId, failure, claimedAt } = claim;
  if (failure !== null) return failurePage(isConnectFailure(failure) ? failure : 'unexpected');
  if (connectionId === null) {
    const isOver = claimedAt !== null && deps.now() - claimedAt.getTime() > CONNECTED_WITHIN_MS;
    return isOver ? failurePage('cut_short') : inProgressPage();
  }
  const connection = await deps.store.connections.get(merchantId, connectionId);
  return connection ? connectedPage(connection.companyName) : failurePage('unexpected');
}
