import type { Request, RequestHandler, Response } from 'express';
import type { Caller, Person, Session } from '../../store';
import { forbiddenTo, may } from '../access/permission';
import type { Admission, Permission } from '../access/permission';
import type { AppDeps } from './deps';
import { invalidField } from './invalid-field';
import { Problem } from './problem';
import { requireOwnOrigin, sessionToken } from './session-cookie';

const BEARER = /^Bearer +([\x21-\x7e]{1,512})$/i;

/** The header by which a person of several merchants says for which one a call is. */
export const MERCHANT_HEADER = 'Retorno-Merchant';

/** Who has signed in, with which browser. */
export interface SignedIn {
  person: Person;
  session: Session;
}

/**
 * What a route has come first, for what it asks of whoever comes, and once more when a body has been read that had not come whole
 * by then: who holds one back is what they are when it comes.
 */
export type Admit = (admission: Admission, when: 'first' | 'again') => RequestHandler[];

/**
 * Lets in whoever may do what a route does: with `Authorization: Bearer <API key>`, or in the session of the cookie. Key, session,
 * membership and merchant are looked up for each call, so that what is taken from somebody is gone at once.
 */
export function createAuth(deps: Pick<AppDeps, 'store' | 'config' | 'now'>): Admit {
  const { store, config } = deps;

  async function byKey(apiKey: string): Promise<Caller> {
    const found = await store.merchants.callerOf(apiKey, new Date(deps.now()));
    if (!found) throw unauthenticated('Bearer realm="retorno", error="invalid_token"');
    if (found.suspended) throw new Problem('merchant_suspended');
    return found.caller;
  }

  /** @throws Problem `unauthenticated` where nobody is signed in, `foreign_origin` where it is not they who ask */
  async function signedIn(req: Request): Promise<Session> {
    const token = sessionToken(req, config);
    if (token === null) throw unauthenticated('Bearer realm="retorno"');
    requireOwnOrigin(req, config, 'refused');
    const session = await store.sessions.use(token, new Date(deps.now()));
    if (!session) throw unauthenticated('Bearer realm="retorno"');
    return session;
  }

  async function bySession(req: Request, { personId }: Session): Promise<Caller> {
    const named = req.get(MERCHANT_HEADER);
    const [person, memberships, merchant] = await Promise.all([
      store.people.get(personId),
      store.people.memberships(personId, named),
      named === undefined ? null : store.merchants.get(named),
    ]);
    if (memberships.length > 1) throw invalidField(MERCHANT_HEADER, WHICH_MERCHANT);
    const [membership] = memberships;
    if (!person || !membership) throw new Problem('forbidden');
    const { merchantId, role, storeIds } = membership;
    const { suspendedAt, requireSecondFactorForOwners } =
      merchant ?? (await store.merchants.get(merchantId)) ?? {};
    if (suspendedAt) throw new Problem('merchant_suspended');
    if (requireSecondFactorForOwners && role === 'owner' && !(await store.secondFactors.isOn(personId)))
      throw new Problem('second_factor_missing');
    return { merchantId, actor: { kind: 'person', personId, name: person.name, role, storeIds } };
  }

  const onlySignedIn: RequestHandler = async (req, res, next) => {
    const session = await signedIn(req);
    const person = await store.people.get(session.personId);
    if (!person) throw unauthenticated('Bearer realm="retorno"');
    signed(res).signedIn = { person, session };
    next();
  };

  const allowed =
    (permission: Permission): RequestHandler =>
    async (req, res, next) => {
      const header = req.get('authorization');
      const apiKey = BEARER.exec(header ?? '')?.[1];
      if (header !== undefined && apiKey === undefined) throw unauthenticated('Bearer realm="retorno"');
      const caller = apiKey === undefined ? await bySession(req, await signedIn(req)) : await byKey(apiKey);
      signed(res).caller = caller;
      if (!may(caller.actor, permission)) throw forbiddenTo(caller.actor, permission);
      next();
    };

  return (admission) => {
    if (admission === 'public') return [];
    return [keepNothing, admission === 'signed-in' ? onlySignedIn : allowed(admission)];
  };
}

const WHICH_MERCHANT =
  'Você tem acesso a mais de uma conta, e a chamada não diz em qual é. Informe o id da conta neste cabeçalho; as suas estão em GET /v1/session.';

/** What is answered to somebody is nothing for whoever comes next. */
const keepNothing: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};

interface Signed {
  caller?: Caller;
  signedIn?: SignedIn;
}

function signed(res: Response): Signed {
  return res.locals as Signed;
}

/** Who calls; null on a way that needs nobody, or before it was found out. */
export function callerIn(res: Response): Caller | null {
  return signed(res).caller ?? null;
}

/** Who has signed in, on a way that is for a person's own. @throws Problem `unauthenticated` on any other */
export function signedInHere(res: Response): SignedIn {
  const found = signed(res).signedIn;
  if (!found) throw unauthenticated('Bearer realm="retorno"');
  return found;
}

function unauthenticated(challenge: string): Problem {
  return new Problem('unauthenticated', { headers: { 'WWW-Authenticate': challenge } });
}
