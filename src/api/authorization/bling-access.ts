import { createBlingClient, createOAuth, createRateLimiter } from '../../bling';
import type { BlingAccount, BlingCompany, BlingTokens, Fetch, TokenSource } from '../../bling';
import type { Config } from '../../config';
import type { Store } from '../../store';

/** What connecting a company asks of Bling. */
export interface BlingAccess {
  /** Never repeated: a code presented twice makes Bling revoke the user. @throws BlingOAuthError */
  exchangeCode(code: string): Promise<BlingTokens>;
  /** The company a fresh token belongs to. @throws BlingApiError */
  readCompany(accessToken: string): Promise<BlingCompany>;
  /** The contact of sales to nobody in particular; null where the account has none. @throws BlingApiError */
  readWalkInContactId(account: BlingAccount, accessToken: string): Promise<string | null>;
}

/** Access to Bling with the tokens an authorisation has just brought. */
export function createBlingAccess(
  config: Config['bling'],
  store: Pick<Store, 'callSlots'>,
  fetch?: Fetch,
): BlingAccess {
  const oauth = createOAuth({ ...config, fetch });
  const limiter = createRateLimiter(store.callSlots);
  const clientWith = (accessToken: string): ReturnType<typeof createBlingClient> =>
    createBlingClient({ apiUrl: config.apiUrl, tokens: only(accessToken), limiter, fetch });

  return {
    exchangeCode: (code) => oauth.exchangeCode(code),
    readCompany: (accessToken) => clientWith(accessToken).getCompany(accessToken),
    readWalkInContactId: async (account, accessToken) =>
      (await clientWith(accessToken).getWalkInContact(account))?.id ?? null,
  };
}

/** One token, minutes old: when Bling refuses it there is no better one. */
function only(accessToken: string): TokenSource {
  return {
    accessToken: () => Promise.resolve(accessToken),
    refreshAfter401: () => Promise.resolve(accessToken),
  };
}
