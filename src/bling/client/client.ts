import type { Instant } from '../../loyalty';
import type { BlingCompany, SalesChannel, SituationModule, SituationOption } from '../account';
import type { BlingContact, BlingContactSummary } from '../contact';
import type { BlingInvoice, BlingInvoiceSummary, IssuedPeriod } from '../invoice';
import type { ChangedPeriod, PageRequest, SoldPeriod, BlingOrder, BlingOrderSummary } from '../order';
import type { BlingAccount, BlingLog, Fetch, RateLimiter, TokenSource } from '../http';
import * as calls from './calls';
import { find, page } from './reads';
import type { BlingPage } from './reads';
import { createRequester } from './requester';
import { createSharedReads } from './shared-reads';

/** What a client is built on. */
export interface BlingClientOptions {
  /** `https://api.bling.com.br/Api/v3`. */
  apiUrl: string;
  tokens: TokenSource;
  limiter: RateLimiter;
  fetch?: Fetch;
  /** For one HTTP call, body included. @default 10000 */
  timeoutMs?: number;
  /** The clock, for the pause after a used-up daily quota. @default Date.now */
  now?: () => Instant;
  /** Whether its caller has broken off what `fetch` does just now: that is no silence of Bling's. @default never */
  brokenOff?: () => boolean;
  log?: BlingLog;
}

/**
 * Reads of the Bling API v3 (developer.bling.com.br/referencia). Every method is one HTTP call (two after an
 * expired token; none where the same contact is being read already: a burst of one buyer's orders asks for it once), never retries by itself, and throws `BlingApiError` or what the token source throws.
 */
export interface BlingClient {
  /** `null`: Bling says there is no such order (deleted). */
  getOrder(account: BlingAccount, orderId: string): Promise<BlingOrder | null>;
  /** `null`: Bling says there is no such NFC-e. */
  getInvoice(account: BlingAccount, invoiceId: string): Promise<BlingInvoice | null>;
  listInvoices(
    account: BlingAccount,
    query: IssuedPeriod & PageRequest,
  ): Promise<BlingPage<BlingInvoiceSummary>>;
  /** `null`: Bling says there is no such contact. */
  getContact(account: BlingAccount, contactId: string): Promise<BlingContact | null>;
  /** The account's built-in "Consumidor Final", whose sales belong to nobody; `null` when it has none. */
  getWalkInContact(account: BlingAccount): Promise<BlingContact | null>;
  listOrders(
    account: BlingAccount,
    query: (ChangedPeriod | SoldPeriod) & PageRequest & { situation?: number },
  ): Promise<BlingPage<BlingOrderSummary>>;
  /** All contacts, or those changed in a period. */
  listContacts(
    account: BlingAccount,
    query: PageRequest & { changed?: ChangedPeriod },
  ): Promise<BlingPage<BlingContactSummary>>;
  listSituationModules(account: BlingAccount): Promise<SituationModule[]>;
  listSituations(account: BlingAccount, moduleId: string): Promise<SituationOption[]>;
  listSalesChannels(account: BlingAccount, query: PageRequest): Promise<BlingPage<SalesChannel>>;
  /**
   * Of a connection, or of a bare access token fresh from the authorisation, when its company is not known
   * yet.
   */
  getCompany(of: BlingAccount | string): Promise<BlingCompany>;
}

/** Builds a client. */
export function createBlingClient(options: BlingClientOptions): BlingClient {
  const { fetch = globalThis.fetch, timeoutMs = 10_000, now = Date.now, brokenOff = () => false } = options;
  const requester = createRequester({ ...options, fetch, timeoutMs, now, brokenOff });
  const shared = createSharedReads();

  return {
    getOrder: (account, orderId) => find(requester, account, calls.readOrder(orderId)),
    getInvoice: (account, invoiceId) => find(requester, account, calls.readInvoice(invoiceId)),
    listInvoices: (account, query) => page(requester, account, query, calls.invoiceRows(query)),
    // Of orders not: whoever has heard of a change must not be given what was asked for before it.
    getContact: (account, contactId) =>
      shared(`${account.connectionId}/${contactId}`, () =>
        find(requester, account, calls.readContact(contactId)),
      ),
    getWalkInContact: (account) => find(requester, account, calls.readWalkInContact),
    listOrders: (account, query) => page(requester, account, query, calls.orderRows(query)),
    listContacts: (account, query) => page(requester, account, query, calls.contactRows(query.changed)),
    listSituationModules: (account) => requester.get(account, calls.readSituationModules),
    listSituations: (account, moduleId) => requester.get(account, calls.readSituations(moduleId)),
    listSalesChannels: (account, query) => page(requester, account, query, calls.salesChannelRows),
    getCompany: (of) =>
      typeof of === 'string'
        ? requester.getWithToken(of, calls.readCompany)
        : requester.get(of, calls.readCompany),
  };
}
