import type { CookieOptions, Request, Response } from 'express';
import type { AppDeps } from './deps';
import { Problem } from './problem';

/** What the cookie is called in which a browser brings its session, but for a prefix. */
export const SESSION_COOKIE = 'retorno_session';

type Reached = Pick<AppDeps['config'], 'publicUrl'>;

/**
 * The cookie where the API is reached. Under https its name has a prefix that a browser takes from nobody else: neither a page of
 * another host of the same domain nor one without https can put one in its place.
 */
function sessionCookie({ publicUrl }: Reached): { name: string; options: CookieOptions } {
  const { protocol, pathname } = new URL(publicUrl);
  const secure = protocol === 'https:';
  const prefix = !secure ? '' : pathname === '/' ? '__Host-' : '__Secure-';
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure, path: pathname };
  return { name: `${prefix}${SESSION_COOKIE}`, options };
}

const TOKEN = /^[\w-]{43}$/;

/** The token of the session a browser brings; null: it brings none. */
export function sessionToken(req: Request, config: Reached): string | null {
  const named = `${sessionCookie(config).name}=`;
  for (const cookie of (req.get('cookie') ?? '').split('; ')) {
    const token = cookie.startsWith(named) ? cookie.slice(named.length) : '';
    if (TOKEN.test(token)) return token;
  }
  return null;
}

/** Hands a session to the browser, or takes it back (null). */
export function setSessionCookie(
  res: Response,
  config: Reached,
  session: { token: string; endsAt: Date } | null,
): void {
  const { name, options } = sessionCookie(config);
  if (session) res.cookie(name, session.token, { ...options, expires: session.endsAt });
  else res.clearCookie(name, options);
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what a page of somebody else's would have a browser do in its session's name: a call that changes something has to
 * come from a page of ours.
 * @param missing whether a call that does not say where it comes from is refused too
 * @throws Problem `foreign_origin`
 */
export function requireOwnOrigin(req: Request, { publicUrl }: Reached, missing: 'refused' | 'taken'): void {
  if (SAFE.has(req.method)) return;
  const origin = req.get('origin');
  if (origin === undefined && missing === 'taken') return;
  const here = `${req.protocol}://${req.get('host') ?? ''}`;
  if (origin !== here && origin !== new URL(publicUrl).origin) throw new Problem('foreign_origin');
}

/**
 * The same for a call that only reads by its method and begins something all the same: a browser says of each call whether a page of
 * ours made it (`same-origin`), or the person by their own hand (`none`). One that says nothing is taken.
 * Source: https://www.w3.org/TR/fetch-metadata/
 * @throws Problem `foreign_origin`
 */
export function requireOwnPage(req: Request): void {
  const from = req.get('sec-fetch-site');
  if (from !== undefined && from !== 'same-origin' && from !== 'none') throw new Problem('foreign_origin');
}
