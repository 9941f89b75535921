import type { BlingCompany } from '../account';
import type { BlingTokens } from '../oauth';
import type { BlingAccount } from '../http';
import type { BlingClient } from './client';

/** What the API asks of Bling: to connect a company, and to look at an order for a person who waits. */
export interface BlingAccess extends Pick<
  BlingClient,
  | 'getOrder'
  | 'getContact'
  | 'listOrders'
  | 'listContacts'
  | 'listSituationModules'
  | 'listSituations'
  | 'listSalesChannels'
> {
  /** For how many milliseconds nobody may ask Bling for tokens, the code of a callback included; 0: one may. */
  tokensBarredMs(): Promise<number>;
  /** Never repeated: a code presented twice makes Bling revoke the user. @throws BlingOAuthError */
  exchangeCode(code: string): Promise<BlingTokens>;
  /** The company a fresh token belongs to. @throws BlingApiError */
  readCompany(accessToken: string): Promise<BlingCompany>;
  /** The contact of sales to nobody in particular; null where the account has none. @throws BlingApiError */
  readWalkInContactId(account: BlingAccount, accessToken: string): Promise<string | null>;
}
