import { programSchema } from '../loyalty';
import type { Program, ReserveCommand } from '../loyalty';
import type { ReserveRequest } from '../workflows';

/** What holds for balance a merchant without a program could hold: the defaults of R40. */
const WITHOUT_PROGRAM: Program = programSchema.parse({ name: 'Sem programa', earning: { rules: [] } });

/** What staff ask for, with the program's settings as they are at this moment (R33). */
export function reserveCommand(
  redemptionId: string,
  request: ReserveRequest,
  program: Program | null,
): ReserveCommand {
  const { redemption: settings, timezone } = program ?? WITHOUT_PROGRAM;
  const { customerId: _customer, ...asked } = request;
  return {
    ...asked,
    id: redemptionId,
    zone: timezone,
    terms: {
      reservation: settings.reservation,
      rollbackWindow: settings.rollbackWindow,
      graceAfterRollback: settings.graceAfterRollback,
      pointValueCents: settings.pointValueCents,
    },
    limits: {
      minSaleCents: settings.minSaleCents,
      minBalanceCents: settings.minBalanceCents,
      maxShareBps: settings.maxShareBps,
    },
  };
}
