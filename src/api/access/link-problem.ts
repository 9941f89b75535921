import type { LinkFault } from '../../store';
import { Problem } from '../http/problem';

const FAULTS = { unknown: 'link_not_found', closed: 'link_closed', expired: 'link_expired' } as const;

/** Why a one-use link cannot be used. */
export function linkProblem(fault: LinkFault): Problem {
  return new Problem(FAULTS[fault]);
}
