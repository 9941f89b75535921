import type { Entry, EntryType } from './entry';
import { heldOf } from './grant';
import type { Grant } from './grant';
import type { LedgerProblem } from './ledger-problem';
import type { Lot } from './lot';

const TAKING: readonly EntryType[] = ['CANCEL_PENDING', 'CLAWBACK', 'DEBT_OPEN'];

/** Whether each account of what a sale gave agrees with its lots and with what entries took back for it. */
export function grantProblems(
  grants: readonly Grant[],
  lots: ReadonlyMap<string, Lot>,
  entries: readonly Entry[],
): LedgerProblem[] {
  return grants.flatMap((grant) => {
    const { saleId, ruleId, type, letOff, lapsed } = grant;
    const own = [...lots.values()].filter(
      (lot) => lot.saleId === saleId && lot.ruleId === ruleId && lot.type === type,
    );
    const taken = entries
      .filter((entry) => TAKING.includes(entry.type) && entry.cause.saleId === saleId)
      .filter((entry) => entry.ruleId === ruleId && entry.benefit === type)
      .reduce((sum, { moves, debt }) => sum + moves.reduce((part, { amount }) => part + amount, debt), 0);
    const expected = { lots: own.length, granted: own.reduce((sum, { amount }) => sum + amount, 0), taken };
    return [
      ...(['lots', 'granted', 'taken'] as const)
        .filter((name) => grant[name] !== expected[name])
        .map((name) => `${name} is ${grant[name]}, lots and entries give ${expected[name]}`),
      ...(letOff >= 0 && lapsed >= 0 && letOff + lapsed <= heldOf(grant)
        ? []
        : [`lets off ${letOff} and ${lapsed} lapsed, of ${heldOf(grant)} held`]),
    ].map((problem) => ({ subject: `${saleId}/${ruleId}`, problem }));
  });
}
