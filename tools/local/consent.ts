import { RetornoToolError } from '../processes';

/** The page that names the account did not lead on to Bling. */
export class ConsentPageError extends RetornoToolError {
  constructor(status: number, text: string) {
    super('consent_page', `The page that names the account answered ${status} ${text.slice(0, 300)}`);
  }
}

const TIMEOUT_MS = 15_000;

/**
 * Opens the page that names the account, as a browser does, and follows its link to Bling's consent page.
 *
 * @returns that page's address, and the cookies with which the callback has to be opened
 * @throws {ConsentPageError}
 */
export async function goOnToBling(pageUrl: string): Promise<{ consentUrl: string; cookie: string }> {
  const page = await open(pageUrl, '');
  const html = await page.text();
  const href = /<a href="([^"]+)"/.exec(html)?.[1]?.replace(/&#38;/g, '&');
  if (!page.ok || href === undefined) throw new ConsentPageError(page.status, html);
  const onward = await open(new URL(href, pageUrl).href, cookiesOf(page));
  const consentUrl = onward.headers.get('location');
  if (consentUrl === null) throw new ConsentPageError(onward.status, await onward.text());
  return { consentUrl, cookie: cookiesOf(onward) };
}

function open(url: string, cookie: string): Promise<Response> {
  return fetch(url, { redirect: 'manual', headers: { cookie }, signal: AbortSignal.timeout(TIMEOUT_MS) });
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
}
