import { redemptionTerms } from '../../loyalty';
import type { MovedBy, NamedSale, Program, ReserveCommand } from '../../loyalty';
import type { ReserveRequest } from '../../workflows';

/** What staff ask for, with the program's settings as they are at this moment (R33). @param sales those it may name (R46) */
export function reserveCommand(
  redemptionId: string,
  { customerId: _customer, ...asked }: ReserveRequest & Pick<MovedBy, 'keyId'>,
  program: Program,
  sales: readonly NamedSale[],
): ReserveCommand {
  return {
    ...asked,
    id: redemptionId,
    zone: program.timezone,
    terms: redemptionTerms(program),
    limits: program.redemption,
    sales,
  };
}
