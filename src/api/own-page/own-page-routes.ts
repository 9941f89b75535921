import { z } from 'zod';
import { CONSENT_CHANNELS, isForgotten, linkTokens, optIn, optOut } from '../../store';
import type { LinkOwner } from '../../store';
import type { AppDeps, Route } from '../http';
import { described, problemResponses, rawBytes } from '../http';
import { answerLink, linkParams, linkResponses } from '../notice';
import { laterOwnPage, unknownOwnPage } from './other-pages';
import { ownPage } from './own-page';
import { BEFORE, readPageQuery, REGULATION, VOUCHERS } from './page-query';
import { AGREE, ALL, doneIn, doneQuery, STOP, wishesIn, wishText } from './preference-part';
import type { Wish } from './preference-part';
import { preferencesOf, readOwnPage } from './read-own-page';
import type { Preference } from './read-own-page';

const path = '/c/{token}';
const tags = ['Customers'];

const PAGES = { unknown: unknownOwnPage, later: laterOwnPage };

/** The page of one customer, which whoever has its link opens: no app, no password. */
export function ownPageRoutes(deps: AppDeps): Route[] {
  return [open(deps), choose(deps)];
}

function open(deps: AppDeps): Route {
  return {
    permission: 'public',
    body: null,
    ...described({
      method: 'get',
      path,
      operationId: 'openCustomersPage',
      tags,
      summary: 'The customer’s own page: balance, vouchers, statement, preferences and regulation',
      description:
        'HTML without scripts, for the customer alone. A link that was replaced opens nothing. The page’s own links carry the queries.',
      request: { params: linkParams, query },
      responses,
    }),
    handle: (req, res) =>
      answerLink(deps, req, res, 'page', PAGES, async (owner) => {
        const query = readPageQuery(req.query);
        const page = await readOwnPage(deps.store, owner, query, deps.now());
        if (!page) return unknownOwnPage();
        const { till } = linkTokens(req.params['token'] as string);
        return ownPage(page, { till, query, done: doneIn(req.query, page.preferences) });
      }),
  };
}

function choose(deps: AppDeps): Route {
  return {
    permission: 'public',
    body: 'raw',
    ...described({
      method: 'post',
      path,
      operationId: 'chooseMessages',
      tags,
      summary: 'Take messages back or agree to them, by the page’s form',
      description: `\`${STOP}\` names a channel that is taken back, or \`${ALL}\`; \`${AGREE}\` one that is agreed to. Repeated, it changes nothing more. The page that is led to tells what holds now: loaded again, it asks for nothing.`,
      request: {
        params: linkParams,
        body: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: z.object({
                [STOP]: z.enum([...CONSENT_CHANNELS, ALL]).optional(),
                [AGREE]: z.enum(CONSENT_CHANNELS).optional(),
              }),
            },
          },
        },
      },
      responses: {
        ...problemResponses(['request_timeout', 'payload_too_large', 'unsupported_media_type']),
        303: { description: 'To the page, which tells of it' },
        ...others,
      },
    }),
    handle: (req, res) =>
      answerLink(deps, req, res, 'page', PAGES, async (owner) => {
        const done = await granted(deps, owner, wishesIn(rawBytes(req).toString('utf8')));
        return done === null ? unknownOwnPage() : { onward: doneQuery(done) };
      }),
  };
}

/** By what stands a customer can agree to a channel on this page. */
const AGREED_TO_HERE: readonly Preference[] = ['receives', 'refuses', 'unreachable'];

/**
 * Does what is asked for.
 * @returns what of it holds now: nobody can agree to what does not reach them; null: the link shows nothing, and does nothing here
 */
async function granted(
  { store, now }: AppDeps,
  { merchantId, customerId, former }: LinkOwner,
  wishes: readonly Wish[],
): Promise<Wish[] | null> {
  const customer = former ? null : await store.customers.current(merchantId, customerId);
  if (!customer || isForgotten(customer)) return null;
  if (wishes.length === 0) return [];
  const preferences = await preferencesOf(store, customer, now());
  const possible = wishes.filter(
    ({ channel, given }) => !given || AGREED_TO_HERE.includes(preferences[channel]),
  );
  for (const wish of possible) {
    const said = { merchantId, customerId, channel: wish.channel, text: wishText(wish) };
    const word = { ...said, source: 'link' as const };
    if (wish.given) await optIn(store, word, new Date(now()));
    else await optOut(store, { ...word, at: null }, new Date(now()));
  }
  return possible;
}

const query = z.object({
  [BEFORE]: z.string().optional().meta({ description: 'Movements before this one' }),
  [VOUCHERS]: z.string().optional().meta({ description: 'Which page of vouchers, from 0' }),
  [REGULATION]: z.string().optional().meta({ description: 'Given: the regulation in place of all else' }),
});
const responses = linkResponses('The link is nobody’s, or not any more');
const { 200: _page, ...others } = responses;
