import { createBlingClient, createOAuth, createRateLimiter, createTokenSource } from '../../../bling';
import type { BlingAccount, BlingClient, BlingCompany, BlingTokens, TokenSource } from '../../../bling';
import type { Config } from '../../../config';
import type { Logger } from '../../../log';
import type { Store } from '../../../store/open-store';

/** What the API asks of Bling: to connect a company, and to look at an order for a person who waits. */
export interface BlingAccess extends Pick<BlingClient, 'getOrder' | 'getContact'> {
  /** Never repeated: a code presented twice makes Bling revoke the user. @throws BlingOAuthError */
  exchangeCode(code: string): Promise<BlingTokens>;
  /** The company a fresh token belongs to. @throws BlingApiError */
  readCompany(accessToken: string): Promise<BlingCompany>;
  /** The contact of sales to nobody in particular; null where the account has none. @throws BlingApiError */
  readWalkInContactId(account: BlingAccount, accessToken: string): Promise<string | null>;
}

/**
 * Access to Bling: with the tokens an authorisation has just brought, or with those the store keeps. The store is asked
 * when it is needed: at this moment it may not be open yet.
 */
export function createBlingAccess(
  config: Config['bling'],
  store: Pick<Store, 'callSlots' | 'connections'>,
  log: Logger,
): BlingAccess {
  const oauth = createOAuth(config);
  const limiter = createRateLimiter({ take: (companyId, now) => store.callSlots.take(companyId, now) });
  const clientWith = (tokens: TokenSource): BlingClient =>
    createBlingClient({ apiUrl: config.apiUrl, tokens, limiter, log });
  const kept = clientWith(createTokenSource(() => store.connections, oauth, log));

  return {
    getOrder: kept.getOrder,
    getContact: kept.getContact,
    exchangeCode: (code) => oauth.exchangeCode(code),
    readCompany: (accessToken) => clientWith(only(accessToken)).getCompany(accessToken),
    readWalkInContactId: async (account, accessToken) =>
      (await clientWith(only(accessToken)).getWalkInContact(account))?.id ?? null,
  };
}

/** One token, minutes old: when Bling refuses it there is no better one. */
function only(accessToken: string): TokenSource {
  return {
    accessToken: () => Promise.resolve(accessToken),
    refreshAfter401: () => Promise.resolve(accessToken),
  };
}
