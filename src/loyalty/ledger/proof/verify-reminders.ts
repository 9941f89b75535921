import type { Entry } from '..';
import type { LedgerProblem } from './ledger-problem';
import type { ReplayState } from './replay-state';

/** Whether it was decided once of each lot that it ends when it says, or goes on: what came first stands (fair expiry). */
export function reminderProblems(
  entries: readonly Entry[],
  since: readonly Pick<ReplayState, 'decided'>[],
): LedgerProblem[] {
  const decided = new Set(since.flatMap((state) => state.decided ?? []));
  return decisions(entries).flatMap(({ key, moves }) =>
    moves
      .filter(({ lotId }) => decided.size === decided.add(lotId).size)
      .map(({ lotId }) => ({ subject: key, problem: `decides once more when lot ${lotId} ends` })),
  );
}

/** The lots of which it was decided, in the order in which it was; kept where there are any. */
export function decidedLots(
  entries: readonly Entry[],
  { decided = [] }: Pick<ReplayState, 'decided'>,
): Pick<ReplayState, 'decided'> {
  const lots = decisions(entries).flatMap(({ moves }) => moves.map(({ lotId }) => lotId));
  const all = [...new Set([...decided, ...lots])];
  return all.length === 0 ? {} : { decided: all };
}

function decisions(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ type }) => type === 'REMIND' || type === 'EXTEND');
}
