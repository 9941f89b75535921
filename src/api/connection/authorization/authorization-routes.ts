import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { authorizeUrl } from '../../../bling';
import { mendedText } from '../../../text';
import {
  audited,
  begunAct,
  callerIn,
  described,
  describePermission,
  originOf,
  problemResponses,
  refusedAct,
  refusedEntry,
  requireOwnPage,
  sendPlainPage,
} from '../../http';
import type { AppDeps, Route } from '../../http';
import { Problem } from '../../http/problem';
import { BrowserBinding } from './browser-binding';
import { beganBy, isTheirs } from './began-by';
import type { Beginning } from './began-by';
import { answerCallback } from './callback';
import type { CallbackQuery } from './callback';
import { barredPage, consentPage, notTheirsPage, pausedPage, tryAgainPage, unknownStatePage } from './pages';

const tags = ['Integrations'];

/** Connecting a Bling company: to a page that names the account, off to Bling's consent page, and back. */
export function authorizationRoutes(deps: AppDeps): Route[] {
  const binding = new BrowserBinding(deps.config);
  return [authorize(deps), consent(deps, binding), callback(deps, binding)];
}

function authorize(deps: AppDeps): Route {
  const { config, store, now } = deps;
  async function handle(req: Request, res: Response): Promise<void> {
    const caller = callerIn(res);
    if (!caller) throw new Problem('unauthenticated');
    if (caller.actor.kind === 'person') requireOwnPage(req);
    const state = randomBytes(32).toString('base64url');
    const { merchantId } = caller;
    const act = begunAct(ACT, { merchantId, caller, ...originOf(req), now: now() });
    await audited(deps, act, () => store.authorizations.begin(merchantId, state, act.actor, act.at));
    const url = `${config.publicUrl}${CONSENT_PATH}?state=${state}`;
    if (req.accepts('html', 'json') === 'json') res.json({ url });
    else res.redirect(302, url);
  }

  const refused = refusedAct(deps, ACT);
  return { permission: 'connection', body: null, ...authorizeDoc, handle, act: ACT, refused };
}

/** Public: it is opened in the browser of whoever will consent. */
function consent(deps: AppDeps, binding: BrowserBinding): Route {
  const { config, bling, log } = deps;
  async function handle(req: Request, res: Response): Promise<void> {
    const { state = '', go } = queryTexts(req);
    const beginning = await begunFor(deps, req, state).catch((cause: unknown) => {
      log.warn({ reason: (cause as Error).name }, 'consent page could not be shown');
      return 'away' as const;
    });
    if (beginning === 'away') return sendPlainPage(res, tryAgainPage());
    if (!beginning) return sendPlainPage(res, unknownStatePage());
    const { merchant, barred, theirs } = beginning;
    if (!theirs) return sendPlainPage(res, notTheirsPage(merchant.name));
    if (barred) return sendPlainPage(res, barredPage(merchant.name, barred));
    // Before anybody goes off to Bling: the code they come back with lives a minute. What is not known now is met then.
    const barredMs = await bling.tokensBarredMs().catch(() => 0);
    if (barredMs > 0) return sendPlainPage(res, pausedPage(barredMs));
    if (go !== undefined && binding.agree(req, res, state, go))
      return res.set(PAGE_HEADERS).redirect(302, authorizeUrl({ ...config.bling, state }));
    // Of this very page, under whatever prefix it was reached.
    const onward = `?${String(new URLSearchParams({ state, go: binding.show(req, res, state) }))}`;
    sendPlainPage(res, consentPage(merchant.name, merchant.id, onward));
  }

  return { permission: 'public', body: null, ...consentDoc, handle };
}

/** What was begun, and whether by whoever comes; null: nothing was. */
async function begunFor(
  deps: AppDeps,
  req: Request,
  state: string,
): Promise<(Beginning & { theirs: boolean }) | null> {
  const beginning = await beganBy(deps.store, state);
  return beginning && { ...beginning, theirs: await isTheirs(deps, req, beginning) };
}

function callback(deps: AppDeps, binding: BrowserBinding): Route {
  async function handle(req: Request, res: Response): Promise<void> {
    const log = deps.log.child({ requestId: req.id });
    const query = queryTexts(req);
    const here = query.state !== undefined && binding.hasAgreed(req, query.state);
    const theirs = (beginning: Beginning): Promise<boolean> => isTheirs(deps, req, beginning);
    sendPlainPage(res, await answerCallback(deps, log, query, originOf(req), { here, theirs }));
  }

  return { permission: 'public', body: null, ...callbackDoc, handle };
}

const ACT = 'connection.authorize';

const CONSENT_PATH = '/integrations/bling/connect';

/** The page's address holds the code. */
const PAGE_HEADERS = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };

/** What an address says. A parameter that is repeated is not from Bling or us, and counts as absent. */
function queryTexts({ query }: Request): CallbackQuery & { go?: string } {
  const known = ['code', 'state', 'error', 'go'].filter((name) => typeof query[name] === 'string');
  const texts = known.map((name) => [name, mendedText(query[name] as string)]);
  return Object.fromEntries(texts) as CallbackQuery & { go?: string };
}

const authorizeEntry = refusedEntry('connection', true);

const authorizeDoc = described({
  method: 'get',
  path: '/integrations/bling/authorize',
  operationId: 'authorizeBling',
  tags,
  summary: 'Begin to connect a Bling company',
  ...describePermission(
    'connection',
    'Redirects to a page that names the account and goes on to Bling; with `Accept: application/json` answers its address instead. It has to be opened, and the consent finished, in one browser; what a person began, in their session.',
  ),
  responses: {
    200: {
      description: 'Where to send the merchant',
      content: { 'application/json': { schema: z.strictObject({ url: z.string() }) } },
    },
    302: { description: 'To the page that names the account' },
    ...problemResponses(
      [...authorizeEntry.codes, 'internal_error', 'service_unavailable'],
      authorizeEntry.others,
    ),
  },
});

const html = { 'text/html': { schema: z.string() } };

const consentDoc = described({
  method: 'get',
  path: CONSENT_PATH,
  operationId: 'connectBling',
  tags,
  summary: 'The page that names the account which will receive the company’s data; its link goes on to Bling',
  request: { query: z.object({ state: z.string(), go: z.string().optional() }) },
  responses: {
    200: { description: 'The page', content: html },
    302: { description: 'To Bling’s consent page, for a browser that was shown the page and goes on' },
    400: { description: 'An unknown state', content: html },
    403: { description: 'Begun by another person, or by one who may not connect any more', content: html },
    503: { description: 'MongoDB is away, or Bling gives nobody access just now', content: html },
  },
});

const callbackDoc = described({
  method: 'get',
  path: '/integrations/bling/callback',
  operationId: 'blingCallback',
  tags,
  summary: 'Where Bling sends the merchant back to; answers a page',
  request: {
    query: z.object({
      code: z.string().optional().meta({ description: 'Left out where it was denied' }),
      state: z.string(),
      error: z.string().optional(),
    }),
  },
  responses: {
    200: { description: 'Connected', content: html },
    202: { description: 'Being connected; the page reloads itself', content: html },
    400: { description: 'Denied, or an unknown state', content: html },
    403: { description: 'Begun in another browser, or by another person', content: html },
    409: { description: 'The company belongs to another merchant', content: html },
    502: { description: 'Bling gave no access', content: html },
    503: { description: 'MongoDB is away', content: html },
  },
});
