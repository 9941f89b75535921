import { walletTotals, BENEFIT_TYPES } from '..';
import type { Entry, BenefitType, Wallet } from '..';
import type { LedgerProblem } from './ledger-problem';
import { missingGrantProblems } from './verify-missing-grants';
import { entryProblems } from './verify-entries';
import { nothingReplayed } from './replay-state';
import type { ReplayState } from './replay-state';
import { grantProblems, takenBy } from './verify-grants';
import { lotProblems } from './verify-lots';
import { mergeProblems } from './verify-merges';
import { inOrder } from './verify-order';
import { redemptionProblems, redemptionSteps } from './verify-redemptions';
import { decidedLots, reminderProblems } from './verify-reminders';
import { replayMoves } from './verify-replay';
type Totals = Record<'active' | 'pending' | 'reserved' | 'debt', number>;

/**
 * Everything stored of one customer's value. `wallet.lots` and `wallet.redemptions` are all of them, closed ones too, and
 * `entries` are in the order they were written.
 */
export interface LedgerCase {
  wallet: Wallet;
  entries: readonly Entry[];
  /** What the entries before those come to; absent: these are all. */
  since?: ReplayState;
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
  const states = new Map(cases.map((one) => [one.wallet.customerId, sinceOf(one)]));
  const since = [...states.values()];
  const replay = replayMoves(placed, states);
  return [
    ...cases.flatMap((one) => entryProblems(one.wallet.customerId, one.entries, lots, sinceOf(one))),
    ...replay.problems,
    ...mergeProblems(placed),
    ...lotProblems(wallets, entries, replay, since),
    ...redemptionProblems(wallets, entries, since),
    ...reminderProblems(entries, since),
    ...grantProblems(wallets, entries, replay, since),
    ...wallets.flatMap((wallet) => missingGrantProblems(wallet.lots, wallet.grants)),
    ...cases.flatMap(({ wallet, totals }) =>
      totalProblems(wallet, totals, replay.debt.get(wallet.customerId) ?? { cashback: 0, points: 0 }),
    ),
    ...cases.flatMap((one) => clockProblems(one.wallet, lastOf(one))),
  ];
}

/**
 * What a customer's entries come to, for the next time: they are then replayed no more. Only where the case has been verified, and
 * for a customer who was never merged with another.
 */
export function replayState(one: LedgerCase): ReplayState {
  const { wallet, entries } = one;
  const { customerId } = wallet;
  const since = sinceOf(one);
  const replay = replayMoves(
    entries.map((entry) => ({ customerId, entry })),
    new Map([[customerId, since]]),
  );
  return {
    last: lastOf(one),
    buckets: Object.fromEntries(replay.buckets),
    debt: replay.debt.get(customerId) ?? since.debt,
    taken: Object.fromEntries(takenBy(entries, [since])),
    steps: redemptionSteps(entries, since),
    ...decidedLots(entries, since),
  };
}

function sinceOf({ since }: LedgerCase): ReplayState {
  return since ?? nothingReplayed();
}

function lastOf({ entries, since }: LedgerCase): ReplayState['last'] {
  const last = entries.at(-1);
  return last ? { key: last.key, at: last.at } : (since?.last ?? null);
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
function clockProblems({ customerId, lastAt }: Wallet, last: ReplayState['last']): LedgerProblem[] {
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
