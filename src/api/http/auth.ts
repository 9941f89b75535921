import type { RequestHandler, Response } from 'express';
import type { Caller } from '../../store';
import { forbiddenTo, may } from '../access/permission';
import type { Admission } from '../access/permission';
import type { AppDeps } from './deps';
import { sha256 } from './digest';
import { Problem } from './problem';

/** A good key is looked up again only after this long; a key that was withdrawn still works until then. */
const REMEMBERED_MS = 30_000;
const REMEMBERED_KEYS = 1_000;

const BEARER = /^Bearer +([\x21-\x7e]{1,512})$/i;

/** What a route has come first, for what it asks of whoever comes. */
export type Admit = (admission: Admission) => RequestHandler[];

/**
 * Lets in whoever brings `Authorization: Bearer <API key>` and may do what the route does, and says whom the key speaks for.
 * Unknown keys are asked about each time, so that a new key works at once.
 */
export function createAuth(deps: Pick<AppDeps, 'store' | 'now'>): Admit {
  const remembered = new Map<string, { caller: Caller; until: number }>();

  async function find(apiKey: string): Promise<Caller | null> {
    const key = sha256(apiKey);
    const known = remembered.get(key);
    if (known && known.until > deps.now()) return known.caller;
    remembered.delete(key);
    const caller = await deps.store.merchants.callerOf(apiKey);
    if (!caller) return null;
    if (remembered.size >= REMEMBERED_KEYS) remembered.delete(remembered.keys().next().value!);
    remembered.set(key, { caller, until: deps.now() + REMEMBERED_MS });
    return caller;
  }

  const signIn: RequestHandler = async (req, res, next) => {
    const apiKey = BEARER.exec(req.get('authorization') ?? '')?.[1];
    if (apiKey === undefined) throw unauthenticated('Bearer realm="retorno"');
    const caller = await find(apiKey);
    if (!caller) throw unauthenticated('Bearer realm="retorno", error="invalid_token"');
    (res.locals as Signed).caller = caller;
    res.set('Cache-Control', 'no-store');
    next();
  };

  return (admission) => {
    if (admission === 'public') return [];
    const allowed: RequestHandler = (_req, res, next) => {
      const { actor } = callerIn(res)!;
      if (!may(actor, admission)) throw forbiddenTo(actor, admission);
      next();
    };
    return [signIn, allowed];
  };
}

interface Signed {
  caller?: Caller;
}

/** Who calls; null on a way that needs no key, or before the key was seen. */
export function callerIn(res: Response): Caller | null {
  return (res.locals as Signed).caller ?? null;
}

function unauthenticated(challenge: string): Problem {
  return new Problem('unauthenticated', { headers: { 'WWW-Authenticate': challenge } });
}
