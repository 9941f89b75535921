import type { LedgerVerdict } from '../activities';

/** Problems named of all parts together. */
const NAMED = 20;

/** What the parts of one ledger, in their order, come to as a whole. */
export function joinVerdicts(parts: readonly LedgerVerdict[]): LedgerVerdict {
  const sum = (figure: (part: LedgerVerdict) => number): number =>
    parts.reduce((total, part) => total + figure(part), 0);
  return {
    customers: sum(({ customers }) => customers),
    entries: sum(({ entries }) => entries),
    problems: sum(({ problems }) => problems),
    named: parts.flatMap(({ named }) => named).slice(0, NAMED),
    firstMisfit: parts.find(({ firstMisfit }) => firstMisfit !== null)?.firstMisfit ?? null,
    seals: sum(({ seals }) => seals),
    sealedEntries: sum(({ sealedEntries }) => sealedEntries),
    newestSeal: parts.find(({ newestSeal }) => newestSeal !== null)?.newestSeal ?? null,
  };
}
