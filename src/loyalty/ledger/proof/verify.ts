import { walletTotals, BENEFIT_TYPES } from '..';
import type { Entry, BenefitType, Wallet } from '..';
import type { LedgerProblem } from './ledger-problem';
import { missingGrantProblems } from './verify-missing-grants';
import { entryProblems } from './verify-entries';
import { grantProblems } from './verify-grants';
import { lotProblems } from './verify-lots';
import { mergeProblems } from './verify-merges';
import { inOrder } from './verify-order';
import { redemptionProblems } from './verify-redemptions';
import { replayMoves } from './verify-replay';
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

/** The proof of a customer who was never merged with another: a family of one. */
export function verifyCustomer(one: LedgerCase): LedgerProblem[] {
  return verifyFamily([one]);
}

/**
 * Replays the moves from nothing and compares with what is stored; empty where everything holds. A family is all customers
 * whom merges link, undone ones too: a lot may be issued in the ledger of one and lie with another.
 */
export function verifyFamily(cases: readonly LedgerCase[]): LedgerProblem[] {
  const wallets = cases.map(({ wallet }) => wallet);
  const lots = new Map(wallets.flatMap((wallet) => wallet.lots.map((lot) => [lot.id, lot])));
  const placed = inOrder(cases.map(({ wallet: { customerId }, entries }) => ({ customerId, entries })));
  const entries = placed.map(({ entry }) => entry);
  const replay = replayMoves(placed);
  return [
    ...cases.flatMap(({ wallet, entries: own }) => entryProblems(wallet.customerId, own, lots)),
    ...replay.problems,
    ...mergeProblems(placed),
    ...lotProblems(wallets, entries, replay),
    ...redemptionProblems(wallets, entries),
    ...grantProblems(wallets, entries, replay),
    ...wallets.flatMap((wallet) => missingGrantProblems(wallet.lots, wallet.grants)),
    ...cases.flatMap(({ wallet, totals }) =>
      totalProblems(wallet, totals, replay.debt.get(wallet.customerId) ?? { cashback: 0, points: 0 }),
    ),
    ...cases.flatMap(({ wallet, entries: own }) => clockProblems(wallet, own)),
  ];
}

function totalProblems(
  wallet: Wallet,
  totals: LedgerCase['totals'],
  debt: Record<BenefitType, number>,
): LedgerProblem[] {
  return BENEFIT_TYPES.flatMap((type) => {
    const expected = { ...walletTotals(wallet, type), debt: debt[type] };
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

/** A wallet's clock stands at its last entry: before it, the next one would be dated too early; after it, too late. */
function clockProblems({ customerId, lastAt }: Wallet, entries: readonly Entry[]): LedgerProblem[] {
  const last = entries.at(-1);
  const expected = last?.at ?? 0;
  if (lastAt === expected) return [];
  const side = lastAt < expected ? 'before' : 'after';
  return [
    {
      subject: `wallet of ${customerId}`,
      problem: `its clock stands ${side} its last entry, ${last?.key ?? 'though it has none'}`,
    },
  ];
}
