import { z } from 'zod';
import { CONSENT_CHANNELS, optOut } from '../../store';
import type { Consent, ConsentChannel, LinkOwner } from '../../store';
import type { AppDeps, Route } from '../http';
import { described, problemResponses, rawBytes } from '../http';
import { answerLink, linkParams, linkResponses } from './answer-link';
import {
  ALL,
  askPage,
  CHANNEL_FIELD,
  DONE,
  doneIn,
  donePage,
  doneQuery,
  laterPage,
  unknownLinkPage,
} from './opt-out-pages';
import type { Wanted } from './opt-out-pages';

const path = '/u/{token}';
const tags = ['Customers'];

const PAGES = { unknown: unknownLinkPage, later: laterPage };

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
      request: { params: linkParams, query },
      responses,
    }),
    handle: (req, res) =>
      answerLink(deps, req, res, 'optOut', PAGES, async (owner) => {
        const [name, wanted] = [await nameOf(deps, owner), await wantedBy(deps, owner)];
        // It is believed where it holds. Nothing is shown of a customer by a link that was replaced, that they still are written to either.
        const done = doneIn(req.query).filter((channel) => owner.former || !wanted[channel]);
        return done.length === 0 ? askPage(name, wanted) : donePage(name, done, wanted);
      }),
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
      description: `\`${CHANNEL_FIELD}\` names the channel, or \`${ALL}\`; any other body, such as \`List-Unsubscribe=One-Click\`, is about e-mail, and answered by itself: mail programs follow no redirections. Repeated, it changes nothing more. The page that the form leads to tells what holds now: loaded again, it asks for nothing.`,
      request: {
        params: linkParams,
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
        303: { description: 'To the page, which tells of it' },
        ...responses,
      },
    }),
    handle: (req, res) =>
      answerLink(deps, req, res, 'optOut', PAGES, async (owner) => {
        const named = namedIn(rawBytes(req));
        const { merchantId, customerId } = owner;
        const now = new Date(deps.now());
        const takeBack = (channel: ConsentChannel, text: string): Promise<unknown> =>
          optOut(deps.store, { merchantId, customerId, channel, text, source: 'link', at: null }, now);
        for (const channel of named) await takeBack(channel, WORDS[channel]);
        if (named.length > 0) return { onward: doneQuery(named) };
        await takeBack('email', ONE_CLICK);
        return donePage(await nameOf(deps, owner), ['email'], await wantedBy(deps, owner));
      }),
  };
}

const WORDS: Record<ConsentChannel, string> = {
  email: 'Não receber mais e-mails (link da mensagem)',
  whatsapp: 'Não receber mais mensagens no WhatsApp (link da mensagem)',
};
const ONE_CLICK = 'Cancelar inscrição (botão do programa de e-mail)';

/** What the form names; nothing: the body is that of a mail program, of which there is nothing to be understood. */
function namedIn(body: Buffer): ConsentChannel[] {
  const named = new URLSearchParams(body.toString('utf8')).getAll(CHANNEL_FIELD);
  return CONSENT_CHANNELS.filter((channel) => named.includes(channel) || named.includes(ALL));
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

const query = z.object({
  [DONE]: z.string().optional().meta({ description: 'What the form has done, of which the page tells' }),
});
const responses = linkResponses('The link is nobody’s');
