import { createHash } from 'node:crypto';
import type { Response } from 'express';

/** A page for people who are not signed in: its HTML and its status. It needs no script and loads nothing. */
export interface PlainPage {
  status: number;
  html: string;
  /** Its Content-Security-Policy. */
  policy: string;
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.5rem;color:#1c2430}h1{font-size:1.4rem}' +
  'button{font:inherit;padding:.6rem 1rem;margin:0 0 .75rem;border:1px solid #8a94a6;border-radius:.4rem;background:#fff;color:inherit;cursor:pointer}';

/** Nothing but the style that is written in the page, and forms that come back here. */
function policyOf(style: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The address of such a page is a secret, and so may be what it shows. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
};

interface Parts {
  title: string;
  site: string;
  /** HTML, escaped already. */
  body: string;
  /** The same, within the page's head. */
  head?: string;
  /** Added to the style that all such pages have. */
  style?: string;
}

/** A page of these parts. */
export function plainPage(status: number, { title, site, body, head = '', style = '' }: Parts): PlainPage {
  const look = STYLE + style;
  const html =
    `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}` +
    `<title>${escapeHtml(title)} · ${escapeHtml(site)}</title><style>${look}</style></head>` +
    `<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
  return { status, html, policy: policyOf(look) };
}

/** Texts as paragraphs of a page. */
export function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
}

/** Where a page says that something does not answer just now, in so many seconds it may, unless whoever answers knows better. */
const COME_BACK_S = 30;

/** Answers a page. */
export function sendPlainPage(res: Response, { status, html, policy }: PlainPage): void {
  if (status === 503 && !res.hasHeader('Retry-After')) res.set('Retry-After', String(COME_BACK_S));
  res.status(status).set(HEADERS).set('Content-Security-Policy', policy).type('html').send(html);
}

/**
 * Leads whoever has sent a form on to the same page, which tells what came of it: loaded again, that sends nothing.
 * @param query with its `?`
 */
export function sendOnward(res: Response, query: string): void {
  res.status(303).set(HEADERS).location(query).end();
}

/** Text made safe to stand in HTML, attribute values included. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
