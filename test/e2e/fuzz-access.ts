import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../src/store';
import type { Person } from '../../src/store';
import type { House } from './house';

/** What a person who has signed in can name, and their session. */
export interface AccessNames {
  /** The owner's session, in which the calls are made that no key may make. */
  session: string;
  /** A page of ours, from which they come. */
  origin: string;
  /** Sessions of somebody else, each to be signed out of. */
  leaving: string[];
  /** Other sessions of the owner, of the people and of the keys: what can be taken away. */
  own_sessions: string[];
  people: string[];
  keys: string[];
}

/** Nobody has more browsers in use than twenty. */
const LEAVING = 20;
const OWN = 10;
const OTHERS = 6;

/** An owner who has signed in, with people and keys beside them. */
export async function fillAccess({ store, tenant, url }: House): Promise<AccessNames> {
  const { merchantId } = tenant;
  const now = new Date();
  // None that the document has for an example: whoever knows it can sign all of these browsers out.
  const password = await hashPassword(randomUUID());
  const member = async (name: string, role: 'owner' | 'staff'): Promise<Person> => {
    const fresh = { email: `${name}@loja.com.br`, name, password };
    const { person } = await store.people.register(fresh, now);
    await store.people.join({ merchantId, personId: person.id, role, storeIds: null }, now);
    return person;
  };
  const sessionsOf = async ({ id: personId }: Person, count: number): Promise<Begun[]> => {
    const begun: Begun[] = [];
    for (let n = 0; n < count; n += 1)
      begun.push((await store.sessions.begin({ personId, password, secondFactor: false }, null, now))!);
    return begun;
  };
  const named = (count: number): string[] => Array.from({ length: count }, (_, n) => `n${n}`);
  const owner = await member('dona', 'owner');
  const [current, ...own] = await sessionsOf(owner, 1 + OWN);
  const leaving = await sessionsOf(await member('outra', 'owner'), LEAVING);
  const people = await Promise.all(named(OTHERS).map((name) => member(name, 'staff')));
  const keys = await Promise.all(
    named(OTHERS).map((label) =>
      store.merchants.issueKey(merchantId, { label, scope: 'read', createdBy: owner.id }, now),
    ),
  );
  return {
    ...{ session: current!.token, origin: new URL(url).origin },
    leaving: leaving.map(({ token }) => token),
    own_sessions: own.map(({ session }) => session.id),
    people: people.map(({ id }) => id),
    keys: keys.map((made) => made!.key.id),
  };
}

type Begun = NonNullable<Awaited<ReturnType<House['store']['sessions']['begin']>>>;
