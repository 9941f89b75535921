import { createContext, useContext } from 'react';
import type { Clock } from '../format';
import type { Membership, Session } from '../session';

/** Who works, for which merchant, and by which clock. */
export interface Workplace {
  session: Session;
  membership: Membership;
  clock: Clock;
}

/** Filled by the shell. */
export const WorkplaceContext = createContext<Workplace | null>(null);

/** Who works here. Only within the shell. */
export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext);
  if (!workplace) throw new Error('There is a workplace only within the shell.');
  return workplace;
}
