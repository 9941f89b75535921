import type { Clock } from '../format';
import type { Membership, Session } from '../session';
import type { Who } from './kept-move';

/** Who stands at the counter, for which merchant, in which store, and by which clock. */
export interface Desk {
  session: Session;
  membership: Membership;
  /** Null where the merchant has no stores. */
  store: { id: string; name: string } | null;
  /** Of the store, or of the program where there is none. */
  clock: Clock;
}

/** Who moves value there. */
export function whoAt({ session: { person }, membership }: Desk): Who {
  return { personId: person.id, personName: person.name, merchantId: membership.id };
}
