import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { authorizeUrl } from '../../../bling';
import { mendedText } from '../../../text';
import { callerIn, problemResponses } from '../../http';
import type { AppDeps, Route } from '../../http';
import { Problem } from '../../http/problem';
import { answerCallback } from './callback';
import type { CallbackQuery } from './callback';

const tags = ['Integrations'];

/** Connecting a Bling company: off to Bling's consent page, and back. */
export function authorizationRoutes(deps: AppDeps): Route[] {
  return [authorize(deps), callback(deps)];
}

function authorize({ config, store, now }: AppDeps): Route {
  async function handle(req: Request, res: Response): Promise<void> {
    const caller = callerIn(res);
    if (!caller) throw new Problem('unauthenticated');
    const state = randomBytes(32).toString('base64url');
    await store.authorizations.begin(caller.merchantId, state, new Date(now()));
    const url = authorizeUrl({ ...config.bling, state });
    if (req.accepts('html', 'json') === 'json') res.json({ url });
    else res.redirect(302, url);
  }

  return { secured: true, body: null, doc: authorizeDoc, handle };
}

function callback(deps: AppDeps): Route {
  async function handle(req: Request, res: Response): Promise<void> {
    const log = deps.log.child({ requestId: req.id });
    const { status, html } = await answerCallback(deps, log, callbackQuery(req));
    res.status(status).set(PAGE_HEADERS).type('html').send(html);
  }

  return { secured: false, body: null, doc: callbackDoc, handle };
}

/** The page's address holds the code. */
const PAGE_HEADERS = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };

/** The parameters Bling comes back with. One that is repeated is not from Bling, and counts as absent. */
function callbackQuery({ query }: Request): CallbackQuery {
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' ? mendedText(value) : undefined;
  return { code: text(query['code']), state: text(query['state']), error: text(query['error']) };
}

const authorizeDoc: Route['doc'] = {
  method: 'get',
  path: '/integrations/bling/authorize',
  operationId: 'authorizeBling',
  tags,
  summary: 'Begin to connect a Bling company',
  description: 'Redirects to Bling; with `Accept: application/json` answers the address instead.',
  security: [{ apiKey: [] }],
  responses: {
    200: {
      description: 'Where to send the merchant',
      content: { 'application/json': { schema: z.strictObject({ url: z.string() }) } },
    },
    302: { description: 'To Bling’s consent page' },
    ...problemResponses(['unauthenticated', 'internal_error', 'service_unavailable']),
  },
};

const html = { 'text/html': { schema: z.string() } };

const callbackDoc: Route['doc'] = {
  method: 'get',
  path: '/integrations/bling/callback',
  operationId: 'blingCallback',
  tags,
  summary: 'Where Bling sends the merchant back to; answers a page',
  request: {
    query: z.object({
      code: z.string().optional(),
      state: z.string().optional(),
      error: z.string().optional(),
    }),
  },
  responses: {
    200: { description: 'Connected', content: html },
    202: { description: 'Being connected; the page reloads itself', content: html },
    400: { description: 'Denied, or an unknown state', content: html },
    409: { description: 'The company belongs to another merchant', content: html },
    502: { description: 'Bling gave no access', content: html },
    503: { description: 'MongoDB is away', content: html },
  },
};
