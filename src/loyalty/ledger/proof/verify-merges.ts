import type { LedgerProblem } from './ledger-problem';
import { mergeOutKey } from './verify-order';
import type { PlacedEntry } from './verify-order';

/** Whether every `MERGE_OUT` has its `MERGE_IN` in another customer's ledger, at the same instant and with the same moves. */
export function mergeProblems(placed: readonly PlacedEntry[]): LedgerProblem[] {
  const out = new Map<string, PlacedEntry>();
  const problems: LedgerProblem[] = [];
  for (const one of placed) {
    if (one.entry.type === 'MERGE_OUT') out.set(one.entry.key, one);
    const key = mergeOutKey(one.entry);
    if (key === null) continue;
    const gone = out.get(key);
    out.delete(key);
    if (!gone) problems.push({ subject: one.entry.key, problem: `comes from nowhere: ${key} is missing` });
    else if (!matches(gone, one))
      problems.push({ subject: one.entry.key, problem: `does not bring what ${key} gave` });
  }
  return [
    ...problems,
    ...[...out.keys()].map((subject) => ({ subject, problem: 'gives what nobody received' })),
  ];
}

function matches({ customerId, entry: gone }: PlacedEntry, { entry, ...other }: PlacedEntry): boolean {
  return (
    customerId !== other.customerId &&
    gone.at === entry.at &&
    gone.benefit === entry.benefit &&
    gone.debt + entry.debt === 0 &&
    JSON.stringify(gone.moves.map(({ lotId, from, to, amount }) => [lotId, from, to, amount])) ===
      JSON.stringify(entry.moves.map(({ lotId, from, to, amount }) => [lotId, from, to, amount]))
  );
}
