import type { Entry } from '..';
import type { LedgerProblem } from './ledger-problem';

/** Whether it was decided once of each lot that it ends when it says, or goes on: what came first stands (fair expiry). */
export function reminderProblems(entries: readonly Entry[]): LedgerProblem[] {
  const decided = new Set<string>();
  return entries
    .filter(({ type }) => type === 'REMIND' || type === 'EXTEND')
    .flatMap(({ key, moves }) =>
      moves
        .filter(({ lotId }) => decided.size === decided.add(lotId).size)
        .map(({ lotId }) => ({ subject: key, problem: `decides once more when lot ${lotId} ends` })),
    );
}
