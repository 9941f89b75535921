import { redemptionTerms } from '../../loyalty';
import type { Program, ReserveCommand } from '../../loyalty';
import type { ReserveRequest } from '../../workflows';

/** What staff ask for, with the program's settings as they are at this moment (R33). */
export function reserveCommand(
  redemptionId: string,
  { customerId: _customer, ...asked }: ReserveRequest,
  program: Program,
): ReserveCommand {
  return {
    ...asked,
    id: redemptionId,
    zone: program.timezone,
    terms: redemptionTerms(program),
    limits: program.redemption,
  };
}
