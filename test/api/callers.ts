import type { Caller, KeyScope, Membership, Role } from '../../src/store';
import { NOW } from './builders';
import type { Holdings } from './fakes/holdings';

/** Whom a key speaks for. */
export function aKeyCaller(merchantId: string, keyId: string, scope: KeyScope = 'full'): Caller {
  return { merchantId, actor: { kind: 'key', keyId, label: 'test', scope } };
}

/** A person of a merchant, for a key to speak for. */
export function aPersonCaller(
  merchantId: string,
  role: Role,
  storeIds: readonly string[] | null = null,
): Caller {
  return { merchantId, actor: { kind: 'person', personId: `per_${role}`, name: 'Ana', role, storeIds } };
}

/** A token as a browser brings one. */
export const aToken = (name: string): string => name.padEnd(43, '0');

/** Lets a person of a merchant in by a session; the cookie to bring. */
export function signedIn(
  holds: Pick<Holdings, 'people' | 'memberships' | 'sessions'>,
  membership: Omit<Membership, 'personId'>,
  name = 'ana',
): string {
  const personId = `per_${name}`;
  const at = new Date(NOW);
  const later = new Date(NOW + 12 * 3_600_000);
  if (!holds.people.some(({ id }) => id === personId))
    holds.people.push({
      ...{ id: personId, email: `${name}@example.com`, name: 'Ana Souza', password: null, createdAt: at },
    });
  holds.memberships.push({ personId, ...membership });
  holds.sessions.set(aToken(name), {
    ...{ id: `ses_${name}`, personId, userAgent: null, createdAt: at, usedAt: at },
    ...{ expiresAt: later, endsAt: later },
  });
  return `retorno_session=${aToken(name)}`;
}
