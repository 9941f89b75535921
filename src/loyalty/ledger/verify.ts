import { totalsOf } from './balance';
import type { Entry } from './entry';
import type { LedgerProblem } from './ledger-problem';
import { BENEFIT_TYPES } from './lot';
import type { BenefitType } from './lot';
import { entryProblems } from './verify-entries';
import { grantProblems } from './verify-grants';
import { lotProblems, replayMoves } from './verify-lots';
import { redemptionProblems } from './verify-redemptions';
import type { Wallet } from './wallet';

type Totals = Record<'active' | 'pending' | 'reserved' | 'debt', number>;

/**
 * Everything stored of one customer's value. `wallet.lots` and `wallet.redemptions` are all of them, closed ones too, and
 * `entries` are in the order they were written.
 */
export interface LedgerCase {
  wallet: Wallet;
  entries: readonly Entry[];
  totals: Record<BenefitType, Totals>;
}

/** Replays the moves from nothing and compares with what is stored; empty where everything holds. */
export function verifyCustomer({ wallet, entries, totals }: LedgerCase): LedgerProblem[] {
  const { customerId, redemptions, grants } = wallet;
  const lots = new Map(wallet.lots.map((lot) => [lot.id, lot]));
  const replay = replayMoves(entries);
  return [
    ...entryProblems(customerId, entries, lots),
    ...replay.problems,
    ...lotProblems(customerId, lots, entries, replay),
    ...redemptionProblems(customerId, redemptions, entries),
    ...grantProblems(grants, lots, entries),
    ...totalProblems(wallet, totals, replay.debt),
    ...clockProblems(wallet, entries),
  ];
}

function totalProblems(
  wallet: Wallet,
  totals: LedgerCase['totals'],
  debt: Record<BenefitType, number>,
): LedgerProblem[] {
  return BENEFIT_TYPES.flatMap((type) => {
    const expected = { ...totalsOf(wallet, type), debt: debt[type] };
    return [
      ...(['active', 'pending', 'reserved', 'debt'] as const)
        .filter((name) => totals[type][name] !== expected[name])
        .map((name) => `${type} ${name} is ${totals[type][name]}, entries and lots give ${expected[name]}`),
      ...(wallet.debt[type] === expected.debt
        ? []
        : [`owes ${wallet.debt[type]} of ${type}, entries give ${expected.debt}`]),
      ...(expected.debt > 0 && expected.active > 0 ? [`owes ${type} while some is active`] : []),
    ].map((problem) => ({ subject: `wallet of ${wallet.customerId}`, problem }));
  });
}

/** A wallet whose clock stands before its last entry would date the next one too early. */
function clockProblems({ customerId, lastAt }: Wallet, entries: readonly Entry[]): LedgerProblem[] {
  const last = entries.at(-1);
  if (!last || lastAt >= last.at) return [];
  return [
    { subject: `wallet of ${customerId}`, problem: `its clock stands before its last entry, ${last.key}` },
  ];
}
