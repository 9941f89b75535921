import type { CookieOptions, Request, Response } from 'express';
import type { AppDeps } from './deps';
import { Problem } from './problem';

/** The cookie a browser brings its session in. */
export const SESSION_COOKIE = 'retorno_session';

const TOKEN = /^[\w-]{43}$/;

/** The token of the session a browser brings; null: it brings none. */
export function sessionToken(req: Request): string | null {
  for (const cookie of (req.get('cookie') ?? '').split('; ')) {
    const token = cookie.startsWith(`${SESSION_COOKIE}=`) ? cookie.slice(SESSION_COOKIE.length + 1) : '';
    if (TOKEN.test(token)) return token;
  }
  return null;
}

/** Hands a session to the browser, or takes it back (null). */
export function setSessionCookie(
  res: Response,
  { publicUrl }: Pick<AppDeps['config'], 'publicUrl'>,
  session: { token: string; endsAt: Date } | null,
): void {
  const { protocol, pathname } = new URL(publicUrl);
  const options: CookieOptions = {
    httpOnly: true,
    sameSite: 'lax',
    secure: protocol === 'https:',
    path: pathname,
  };
  if (session) res.cookie(SESSION_COOKIE, session.token, { ...options, expires: session.endsAt });
  else res.clearCookie(SESSION_COOKIE, options);
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what a page of somebody else's would have a browser do in its session's name: a call that changes something has to
 * come from a page of ours.
 * @param missing whether a call that does not say where it comes from is refused too
 * @throws Problem `foreign_origin`
 */
export function requireOwnOrigin(
  req: Request,
  { publicUrl }: Pick<AppDeps['config'], 'publicUrl'>,
  missing: 'refused' | 'taken',
): void {
  if (SAFE.has(req.method)) return;
  const origin = req.get('origin');
  if (origin === undefined && missing === 'taken') return;
  const here = `${req.protocol}://${req.get('host') ?? ''}`;
  if (origin !== here && origin !== new URL(publicUrl).origin) throw new Problem('foreign_origin');
}
