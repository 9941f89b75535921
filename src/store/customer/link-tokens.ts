import { createHmac } from 'node:crypto';

/** What a token of a customer's link is good for: to open the page, to take messages back, to be found at a till. */
export type LinkUse = 'page' | 'optOut' | 'till';

/** The tokens of one link: who has one can do with it what it is for, and whoever opens the page has all. */
export type LinkTokens = Readonly<Record<LinkUse, string>>;

/** As long as the token they come from. */
const BYTES = 24;

/**
 * The tokens that come from that of a customer's page, always the same. None leads back to it, nor to another: an address that stands in
 * the headers of an e-mail, and a code that is shown at a counter, open nothing.
 */
export function linkTokens(page: string): LinkTokens {
  return { page, optOut: derived(page, 'opt-out'), till: derived(page, 'till') };
}

function derived(page: string, use: string): string {
  return createHmac('sha256', page)
    .update(`retorno/customer-link/${use}`)
    .digest()
    .subarray(0, BYTES)
    .toString('base64url');
}
