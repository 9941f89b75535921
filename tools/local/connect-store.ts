import { z } from 'zod';
import { RetornoToolError, waitUntil } from '../processes';
import type { ApiClient } from './api-client';
import { goOnToBling } from './consent';
import { readForm } from './html-form';

/** The store could not be connected; the message says at which step. */
export class StoreNotConnectedError extends RetornoToolError {
  constructor(step: string, response: { status: number; text: string }) {
    super(
      'store_not_connected',
      `The demo store could not be connected to Bling: ${step} answered ${response.status} ${response.text.slice(0, 300)}. ` +
        'The logs of the API and of the simulator say more.',
    );
  }
}

const connections = z.object({ data: z.array(z.unknown()) });

const TIMEOUT_MS = 15_000;
const CONNECTED_WITHIN_MS = 60_000;
const ACCEPTED = 202;

/**
 * Connects the demo store to the pretend Bling the way an owner does in a browser: opens the authorisation, goes on from the
 * page that names the account, presses the button of Bling's consent page, and comes back to the callback. Does nothing when a connection
 * exists.
 *
 * @returns whether a connection was made now
 * @throws {StoreNotConnectedError}
 */
export async function connectStore(api: ApiClient): Promise<boolean> {
  if (await isConnected(api)) return false;
  const authorize = await api.send('/integrations/bling/authorize');
  // The browser that comes back must be the one that left.
  const { consentUrl, cookie } = await goOnToBling(await redirectOf(authorize, 'the authorisation'));
  const callbackUrl = await giveConsent(consentUrl);
  const callback = await comeBack(callbackUrl, cookie);
  if (callback.status >= 400 || !(await isConnected(api))) throw await refused('the callback', callback);
  return true;
}

async function isConnected(api: ApiClient): Promise<boolean> {
  return connections.parse(await api.get('/v1/connections')).data.length > 0;
}

/** Opens the callback, again and again while its page says that the connection is still being made. */
function comeBack(callbackUrl: string, cookie: string): Promise<Response> {
  return waitUntil(
    async () => {
      const page = await fetch(callbackUrl, { redirect: 'manual', headers: { cookie }, signal: timeout() });
      return page.status !== ACCEPTED && page;
    },
    { what: 'The store is connected', timeoutMs: CONNECTED_WITHIN_MS, everyMs: 500 },
  );
}

async function giveConsent(consentUrl: string): Promise<string> {
  const page = await fetch(consentUrl, { redirect: 'manual', signal: timeout() });
  if (page.status >= 300 && page.status < 400) return redirectOf(page, 'the consent page', consentUrl);
  const html = await page.text();
  const form = page.ok ? readForm(html, consentUrl, 'allow') : undefined;
  if (!form) throw new StoreNotConnectedError('the consent page', { status: page.status, text: html });
  const answer =
    form.method === 'POST'
      ? await fetch(form.action, { method: 'POST', body: form.fields, redirect: 'manual', signal: timeout() })
      : await fetch(`${form.action}?${form.fields.toString()}`, { redirect: 'manual', signal: timeout() });
  return redirectOf(answer, 'the consent', form.action);
}

async function redirectOf(response: Response, step: string, base?: string): Promise<string> {
  const location = response.headers.get('location');
  if (response.status < 300 || response.status >= 400 || !location) throw await refused(step, response);
  return new URL(location, base).href;
}

async function refused(step: string, response: Response): Promise<StoreNotConnectedError> {
  return new StoreNotConnectedError(step, { status: response.status, text: await response.text() });
}

const timeout = (): AbortSignal => AbortSignal.timeout(TIMEOUT_MS);
