import { randomUUID } from 'node:crypto';
import {
  BlingApiError,
  createBlingClient,
  createOAuth,
  createRateLimiter,
  createTokenSource,
  pacedOAuth,
} from '../../../bling';
import type { BlingAccess, BlingClient, TokenSource } from '../../../bling';
import type { Config } from '../../../config';
import type { Logger } from '../../../log';
import type { Store } from '../../../store';

/** A person waits this long for a turn among the sales of the day. */
const PATIENCE_MS = 6_000;

/**
 * Access to Bling: with the tokens an authorisation has just brought, or with those the store keeps. The store is asked
 * when it is needed: at this moment it may not be open yet. `settled`: when no tokens are on their way into it.
 */
export function createBlingAccess(
  config: Config['bling'],
  store: Pick<Store, 'appWatch' | 'callPlaces' | 'connections' | 'tokenTurns' | 'clock'>,
  log: Logger,
): BlingAccess & { settled(): Promise<void> } {
  const oauth = pacedOAuth(createOAuth(config), () => store.tokenTurns, 'person');
  const limiter = createRateLimiter(
    {
      take: (...call) => store.callPlaces.take(...call),
      standBack: (...call) => store.callPlaces.standBack(...call),
      report: (...call) => store.callPlaces.report(...call),
      erred: () => store.callPlaces.erred(),
    },
    () => ({ key: randomUUID(), class: 'staff' }),
    PATIENCE_MS,
  );
  const clientWith = (tokens: TokenSource): BlingClient =>
    createBlingClient({ apiUrl: config.apiUrl, tokens, limiter, log });
  /** The call that tells which company it is could not wait for a turn of it: the next one does. */
  const countCall = async (companyId: string): Promise<void> => {
    try {
      await limiter.take(companyId);
    } catch (error) {
      if (!(error instanceof BlingApiError)) throw error;
    }
  };
  const tokens = createTokenSource({
    ...{ vault: () => store.connections, oauth, app: () => store.appWatch, log },
    now: () => store.clock.estimate(),
  });
  const kept = clientWith(tokens);

  return {
    settled: tokens.settled,
    getOrder: kept.getOrder,
    getContact: kept.getContact,
    listOrders: kept.listOrders,
    listContacts: kept.listContacts,
    listSituationModules: kept.listSituationModules,
    listSituations: kept.listSituations,
    listSalesChannels: kept.listSalesChannels,
    tokensBarredMs: oauth.barredMs,
    exchangeCode: (code) => oauth.exchangeCode(code),
    async readCompany(accessToken) {
      const company = await clientWith(freshToken(accessToken)).getCompany(accessToken);
      await countCall(company.id);
      return company;
    },
    readWalkInContactId: async (account, accessToken) =>
      (await clientWith(freshToken(accessToken)).getWalkInContact(account))?.id ?? null,
  };
}

/** One token, minutes old: when Bling refuses it there is no better one. */
function freshToken(accessToken: string): TokenSource {
  return {
    requireHope: () => Promise.resolve(),
    accessToken: () => Promise.resolve(accessToken),
    refreshAfter401: () => Promise.resolve(accessToken),
  };
}
