import { api, bodyOf, chooseMerchant, chosenMerchant, Refused, ROOT, workFor } from '../api';
import type { Membership, Role, Session } from '../api';
import { loadedAgain } from './loaded-again';

export type { Membership, Role, Session };

/** Whose page this is; null: nobody's yet. */
let personHere: string | null = null;

/** Who is signed in; null where nobody is. A page of somebody else, or of a merchant that was left, is loaded anew. */
export async function loadSession(): Promise<Session | null> {
  try {
    const session = await bodyOf(api.GET('/v1/session'));
    return isOfOthers(session) ? await loadedAgain() : asHere(session);
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return null;
    throw error;
  }
}

/** Signs in. @param code of the second factor, where the person has one */
export async function signIn(email: string, password: string, code?: string): Promise<Session> {
  const body = code === undefined ? { email, password } : { email, password, code };
  return asHere(await bodyOf(api.POST('/v1/session', { body })));
}

/** Whether this page is somebody else's, who was signed in before, or of a merchant that its person has left. */
function isOfOthers({ person, merchants }: Session): boolean {
  if (personHere === null) return false;
  const chosen = chosenMerchant();
  return person.id !== personHere || (chosen !== null && merchants.every(({ id }) => id !== chosen));
}

/**
 * The session of this page. A choice of another person, or of a merchant that one has left, is none: every call would be refused for
 * it; who has one merchant works for that.
 */
function asHere(session: Session): Session {
  personHere = session.person.id;
  const chosen = chosenMerchant();
  if (chosen !== null && session.merchants.every(({ id }) => id !== chosen)) chooseMerchant(null);
  const [only, ...others] = session.merchants;
  if (only && others.length === 0) workFor(only.id);
  return session;
}

/**
 * Ends the session here and at the API; the merchant that was worked for is forgotten as well. One that has ended already needs no end.
 *
 * @throws {NoAnswer | Refused} it goes on
 */
export async function signOut(): Promise<void> {
  await bodyOf(api.DELETE('/v1/session')).catch((error: unknown) => {
    if (!(error instanceof Refused && error.status === 401)) throw error;
  });
  chooseMerchant(null);
  sessionStorage.clear();
}

/** Where one signs in, and comes back from to where one is. */
export function entrance(): string {
  const { pathname, search } = window.location;
  const here = `/${pathname.slice(ROOT.pathname.length)}${search}`;
  return new URL(`entrar?${String(new URLSearchParams({ ir: here }))}`, ROOT).href;
}

/** The merchant that a person works for now: the only one, or the one chosen; null: has to be chosen. */
export function membershipOf(session: Session): Membership | null {
  const [first, ...others] = session.merchants;
  if (first && others.length === 0) return first;
  return session.merchants.find(({ id }) => id === chosenMerchant()) ?? null;
}

/** Whether calls go out as this person and for this merchant still: another may have signed in in another tab, or one may have left. */
export async function isStill(personId: string, merchantId: string): Promise<boolean> {
  const session = await bodyOf(api.GET('/v1/session'));
  return session.person.id === personId && membershipOf(session)?.id === merchantId;
}
