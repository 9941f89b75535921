import { MOVE_BY_TYPE } from '..';
import type { Entry, Lot } from '..';
import type { LedgerProblem } from './ledger-problem';
import type { ReplayState } from './replay-state';

/** Whether each entry is one that an operation could have written, in this customer's ledger, once and in order of time. */
export function entryProblems(
  customerId: string,
  entries: readonly Entry[],
  lots: ReadonlyMap<string, Lot>,
  since: ReplayState,
): LedgerProblem[] {
  const keys = new Set<string>();
  let last = since.last?.at ?? Number.NEGATIVE_INFINITY;
  return entries.flatMap((entry) => {
    const problems = [
      ...(entry.customerId === customerId ? [] : [`belongs to ${entry.customerId}`]),
      ...(keys.has(entry.key) ? ['is written more than once'] : []),
      ...(entry.at < last ? ['is dated before the entry ahead of it'] : []),
      ...shapeProblems(entry),
      ...entry.moves
        .filter(({ lotId }) => (lots.get(lotId)?.type ?? entry.benefit) !== entry.benefit)
        .map(({ lotId }) => `moves ${entry.benefit} of lot ${lotId}, which holds the other type`),
    ];
    keys.add(entry.key);
    last = entry.at;
    return problems.map((problem) => ({ subject: entry.key, problem }));
  });
}

function shapeProblems({ type, moves, debt }: Entry): string[] {
  const total = moves.reduce((sum, { amount }) => sum + amount, 0);
  const wantedDebt = expectedDebt(type, debt, total);
  const kind = MOVE_BY_TYPE[type];
  const merges = type === 'MERGE_OUT' || type === 'MERGE_IN';
  return [
    ...(moves.length === 0 && debt === 0 ? ['moves nothing'] : []),
    ...(debt === wantedDebt ? [] : [`changes the debt by ${debt}, not ${wantedDebt}`]),
    ...moves
      .filter(({ amount }) => !Number.isSafeInteger(amount) || amount <= 0)
      .map(({ lotId, amount }) => `moves ${amount} of lot ${lotId}, which is no amount`),
    ...moves
      .filter(({ from, to }) => kind !== undefined && (kind === null || from !== kind.from || to !== kind.to))
      .map(({ lotId, from, to }) => `is ${type} but moves lot ${lotId} from ${from} to ${to}`),
    ...moves
      .filter(({ from, to }) => merges && from !== to)
      .map(({ lotId, from, to }) => `is ${type} but moves lot ${lotId} from ${from} to ${to}`),
  ];
}

/** The change of debt that an entry of this type can carry, as near to what it does carry as may be. */
function expectedDebt(type: Entry['type'], debt: number, total: number): number {
  switch (type) {
    case 'DEBT_OPEN':
      return Math.max(1, debt);
    case 'DEBT_SETTLE':
      return -total;
    case 'MERGE_OUT':
      return Math.min(0, debt);
    case 'MERGE_IN':
      return Math.max(0, debt);
    default:
      return 0;
  }
}
