import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Instant } from '../../loyalty';
import { CONSENT_CHANNELS, optOut, withoutValues } from '../../store';
import type { Consent, ConsentChannel, Limit, LinkOwner } from '../../store';
import type { AppDeps, PlainPage, Route } from '../http';
import { described, networkOf, problemResponses, rawBytes, sendPlainPage } from '../http';
import {
  ALL,
  askPage,
  CHANNEL_FIELD,
  donePage,
  laterPage,
  tooManyPage,
  unknownLinkPage,
} from './opt-out-pages';
import type { Wanted } from './opt-out-pages';

const path = '/u/{token}';
const tags = ['Customers'];

const QUARTER_MS = 15 * 60_000;
/** Addresses of nobody that are opened from one network. Known ones are never refused: a mail provider calls for all of its users. */
const UNKNOWN = 60;

/** The link in a message by which its reader says that they want no more: opened it asks, posted to it does, at once. */
export function optOutRoutes(deps: AppDeps): Route[] {
  return [ask(deps), take(deps)];
}

function ask(deps: AppDeps): Route {
  return {
    permission: 'public',
    body: null,
    ...described({
      method: 'get',
      path,
      operationId: 'askOptOut',
      tags,
      summary: 'The page on which a customer takes messages back; opening it changes nothing',
      request: { params },
      responses,
    }),
    handle: (req, res) =>
      answer(deps, req, res, async (owner) =>
        askPage(await nameOf(deps, owner), await wantedBy(deps, owner)),
      ),
  };
}

function take(deps: AppDeps): Route {
  return {
    permission: 'public',
    body: 'raw',
    ...described({
      method: 'post',
      path,
      operationId: 'optOut',
      tags,
      summary: 'Take messages back, by the page’s form or by the button of a mail program (RFC 8058)',
      description: `\`${CHANNEL_FIELD}\` names the channel, or \`${ALL}\`; any other body, such as \`List-Unsubscribe=One-Click\`, is about e-mail. Repeated, it changes nothing more.`,
      request: {
        params,
        body: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: z.object({
                [CHANNEL_FIELD]: z.enum([...CONSENT_CHANNELS, ALL]).optional(),
                'List-Unsubscribe': z.literal('One-Click').optional(),
              }),
            },
          },
        },
      },
      responses: {
        ...problemResponses(['request_timeout', 'payload_too_large', 'unsupported_media_type']),
        ...responses,
      },
    }),
    handle: (req, res) =>
      answer(deps, req, res, async (owner) => {
        const channels = channelsIn(rawBytes(req));
        const { merchantId, customerId } = owner;
        const now = new Date(deps.now());
        for (const { channel, text } of channels)
          await optOut(deps.store, { merchantId, customerId, channel, text, source: 'link', at: null }, now);
        const taken = channels.map(({ channel }) => channel);
        return donePage(await nameOf(deps, owner), taken, await wantedBy(deps, owner));
      }),
  };
}

/** Never throws: a person is looking at the answer. */
async function answer(
  { store, log, now }: AppDeps,
  req: Request,
  res: Response,
  page: (owner: LinkOwner) => Promise<PlainPage>,
): Promise<void> {
  try {
    const owner = await store.customerLinks.owner(req.params['token'] as string);
    if (owner) return sendPlainPage(res, await page(owner));
    const taken = await store.limits.take([unknownLimit(req.ip ?? '')], now());
    sendPlainPage(res, 'until' in taken ? retryLater(res, taken.until, now()) : unknownLinkPage());
  } catch (cause) {
    log.warn({ requestId: req.id, cause: withoutValues(cause) }, 'a customer’s link could not be answered');
    res.set('Retry-After', '5');
    sendPlainPage(res, laterPage());
  }
}

function unknownLimit(address: string): Limit {
  return { name: `unknown-link/network/${networkOf(address)}`, most: UNKNOWN, withinMs: QUARTER_MS };
}

function retryLater(res: Response, until: Instant, now: Instant): PlainPage {
  res.set('Retry-After', String(Math.max(1, Math.ceil((until - now) / 1_000))));
  return tooManyPage();
}

const WORDS: Record<ConsentChannel, string> = {
  email: 'Não receber mais e-mails (link da mensagem)',
  whatsapp: 'Não receber mais mensagens no WhatsApp (link da mensagem)',
};
const ONE_CLICK = 'Cancelar inscrição (botão do programa de e-mail)';

/** What is taken back: what the form names; else the body is that of a mail program, of which there is nothing to be understood. */
function channelsIn(body: Buffer): { channel: ConsentChannel; text: string }[] {
  const named = new URLSearchParams(body.toString('utf8')).getAll(CHANNEL_FIELD);
  const channels = CONSENT_CHANNELS.filter((channel) => named.includes(channel) || named.includes(ALL));
  return channels.length === 0
    ? [{ channel: 'email', text: ONE_CLICK }]
    : channels.map((channel) => ({ channel, text: WORDS[channel] }));
}

/** As whom the merchant writes. */
async function nameOf({ store }: AppDeps, { merchantId }: LinkOwner): Promise<string> {
  const [inForce, merchant] = await Promise.all([
    store.programs.current(merchantId),
    store.merchants.get(merchantId),
  ]);
  return inForce?.program.name ?? merchant?.name ?? 'a loja';
}

/** A link that was replaced still takes messages back, and shows whoever has it by now nothing of the customer. */
async function wantedBy({ store }: AppDeps, { merchantId, customerId, former }: LinkOwner): Promise<Wanted> {
  if (former) return { email: true, whatsapp: true };
  const current = await store.customers.current(merchantId, customerId);
  const told = await store.consents.of(merchantId, current?.id ?? customerId);
  return { email: wants('email', told), whatsapp: wants('whatsapp', told) };
}

/** @param told newest first */
function wants(channel: ConsentChannel, told: readonly Consent[]): boolean {
  return told.find((one) => one.channel === channel)?.given ?? true;
}

const params = z.object({ token: z.string() });
const html = { 'text/html': { schema: z.string() } };
const responses = {
  200: { description: 'The page', content: html },
  404: { description: 'The link is nobody’s; the page says nothing of anybody', content: html },
  429: { description: 'Too many links of nobody were opened from one network', content: html },
  503: { description: 'MongoDB is away', content: html },
};
