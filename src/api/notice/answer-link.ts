import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Instant } from '../../loyalty';
import { withoutValues } from '../../store';
import type { Limit, LinkOwner, LinkUse } from '../../store';
import type { AppDeps, PlainPage } from '../http';
import { networkOf, sendOnward, sendPlainPage } from '../http';
import { tooManyPage } from './opt-out-pages';

const QUARTER_MS = 15 * 60_000;
/** Addresses of nobody that are opened from one network. Known ones are never refused: a mail provider calls for all of its users. */
const UNKNOWN = 60;

const html = { 'text/html': { schema: z.string() } };

interface PageAnswer {
  description: string;
  content: typeof html;
}

/** The path of a customer's link, as the document tells of it. */
export const linkParams = z.object({ token: z.string() });

/** The answers to whoever opens a customer's link, as the document tells of them. @param unknown whose link opens nothing */
export function linkResponses(unknown: string): Record<200 | 404 | 429 | 503, PageAnswer> {
  return {
    200: { description: 'The page', content: html },
    404: { description: `${unknown}; the page says nothing of anybody`, content: html },
    429: { description: 'Too many links of nobody were opened from one network', content: html },
    503: { description: 'MongoDB is away', content: html },
  };
}

/** What is answered where there is nothing to be shown. */
interface OtherPages {
  /** The link is nobody's. */
  unknown(): PlainPage;
  /** Nothing can be read or written now. */
  later(): PlainPage;
}

/** The same page by this query, which tells what came of a form. */
interface Onward {
  onward: string;
}

/**
 * Answers whoever opens a customer's link. Never throws: a person is looking at the answer.
 * @param use what its token has to be good for
 */
export async function answerLink(
  { store, log, now }: AppDeps,
  req: Request,
  res: Response,
  use: LinkUse,
  pages: OtherPages,
  page: (owner: LinkOwner) => Promise<PlainPage | Onward>,
): Promise<void> {
  try {
    const owner = await store.customerLinks.owner(req.params['token'] as string, use);
    if (owner) {
      const answer = await page(owner);
      return 'onward' in answer ? sendOnward(res, answer.onward) : sendPlainPage(res, answer);
    }
    const taken = await store.limits.take([unknownLimit(req.ip ?? '')], now());
    sendPlainPage(res, 'until' in taken ? retryLater(res, taken.until, now()) : pages.unknown());
  } catch (cause) {
    log.warn({ requestId: req.id, cause: withoutValues(cause) }, 'a customer’s link could not be answered');
    res.set('Retry-After', '5');
    sendPlainPage(res, pages.later());
  }
}

function unknownLimit(address: string): Limit {
  return { name: `unknown-link/network/${networkOf(address)}`, most: UNKNOWN, withinMs: QUARTER_MS };
}

function retryLater(res: Response, until: Instant, now: Instant): PlainPage {
  res.set('Retry-After', String(Math.max(1, Math.ceil((until - now) / 1_000))));
  return tooManyPage();
}
