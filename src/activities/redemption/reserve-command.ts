import { programSchema, redemptionTerms } from '../../loyalty';
import type { Program, ReserveCommand } from '../../loyalty';
import type { ReserveRequest } from '../../workflows';

/** What holds for balance a merchant without a program could hold: the defaults of R40. */
const WITHOUT_PROGRAM: Program = programSchema.parse({ name: 'Sem programa', earning: { rules: [] } });

/** What staff ask for, with the program's settings as they are at this moment (R33). */
export function reserveCommand(
  redemptionId: string,
  request: ReserveRequest,
  program: Program | null,
): ReserveCommand {
  const inForce = program ?? WITHOUT_PROGRAM;
  const { customerId: _customer, ...asked } = request;
  return {
    ...asked,
    id: redemptionId,
    zone: inForce.timezone,
    terms: redemptionTerms(inForce),
    limits: inForce.redemption,
  };
}
