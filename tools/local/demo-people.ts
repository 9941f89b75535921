import { hashPassword, openStore } from '../../src/store';
import type { Role, StoreSettings } from '../../src/store';
import type { LocalSettings } from '../local-settings';

/** The same on every machine, so only ever given where all of the outside world is pretended. */
export const DEMO_PASSWORD = 'demonstracao';

/** Who works at the demo shop. */
export const DEMO_PEOPLE: readonly { email: string; name: string; role: Role }[] = [
  { email: 'dona@loja.example', name: 'Dona Demo', role: 'owner' },
  { email: 'gerente@loja.example', name: 'Gerente Demo', role: 'manager' },
  { email: 'caixa@loja.example', name: 'Caixa Demo', role: 'staff' },
];

/** The merchant that the first start makes. */
const DEMO_MERCHANT = 'demo';

/** Whether they are let in: beside the pretend world, and into a database of this start's own. */
export function isOfDemo({
  simulator,
  mongodbUri,
}: Pick<LocalSettings, 'simulator' | 'mongodbUri'>): boolean {
  return simulator && mongodbUri === undefined;
}

/**
 * Lets an owner, a manager and a staff member into the demo shop, unless somebody else is in already, and in again where another
 * kind of start has ended them; says whether it did.
 */
export async function letDemoPeopleIn(settings: StoreSettings, now = new Date()): Promise<boolean> {
  const store = await openStore(settings);
  try {
    const members = await store.people.members(DEMO_MERCHANT);
    const emails: readonly string[] = DEMO_PEOPLE.map(({ email }) => email);
    if (!members.every(({ person }) => emails.includes(person.email))) return false;
    if (members.length > 0 && members.every(({ person }) => person.password !== null)) return false;
    for (const { email, name, role } of DEMO_PEOPLE) {
      const password = await hashPassword(DEMO_PASSWORD);
      const { person, created } = await store.people.register({ email, name, password }, now);
      if (!created) await store.people.setPassword(person.id, password);
      await store.people.join({ merchantId: DEMO_MERCHANT, personId: person.id, role, storeIds: null }, now);
    }
    return true;
  } finally {
    await store.close();
  }
}

/**
 * Ends them in a database that is no demo any more: everybody knows their password. What they have done stays with their names;
 * says whether there was anybody to end.
 */
export async function endDemoPeople(settings: StoreSettings): Promise<boolean> {
  const store = await openStore(settings);
  try {
    let ended = false;
    for (const { email } of DEMO_PEOPLE) {
      const person = await store.people.byEmail(email);
      if (!person) continue;
      ended ||= person.password !== null;
      await store.people.setPassword(person.id, null);
      await store.sessions.endAll(person.id);
    }
    return ended;
  } finally {
    await store.close();
  }
}
