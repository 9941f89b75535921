import type { Clock } from '../format';
import type { Membership, Session } from '../session';

/** Who stands at the counter, for which merchant, in which store, and by which clock. */
export interface Desk {
  session: Session;
  membership: Membership;
  /** Null where the merchant has no stores. */
  store: { id: string; name: string } | null;
  clock: Clock;
}
