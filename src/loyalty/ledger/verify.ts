import type { Entry } from './entry';
import type { Bucket, Lot } from './lot';
import { BENEFIT_TYPES, BUCKETS } from './lot';
import type { Redemption } from './redemption';
import type { Wallet } from './wallet';
import { totalsOf } from './balance';

/** Something that does not hold. `subject` is an id, `problem` says what was found and what was expected. */
export interface LedgerProblem {
  subject: string;
  problem: string;
}

/** Everything stored of one customer's value. `wallet.lots` are all lots, closed ones too. */
export interface LedgerCase {
  wallet: Wallet;
  entries: readonly Entry[];
  totals: Record<'cashback' | 'points', { active: number; pending: number; reserved: number; debt: number }>;
}

/** Replays the moves from nothing and compares with what is stored; empty where everything holds. */
export function verifyCustomer({ wallet, entries, totals }: LedgerCase): LedgerProblem[] {
  const replay = replayMoves(entries);
  return [
    ...replay.problems,
    ...wallet.lots.flatMap((lot) => lotProblems(lot, replay.buckets.get(lot.id))),
    ...[...replay.buckets.keys()]
      .filter((id) => !wallet.lots.some((lot) => lot.id === id))
      .map((id) => ({ subject: id, problem: 'entries move a lot that is not stored' })),
    ...totalProblems(wallet, totals, replay.debt),
    ...earnProblems(entries),
    ...wallet.redemptions.flatMap((redemption) => redemptionProblems(redemption)),
    ...reservedProblems(wallet),
  ];
}

type Buckets = Record<Bucket, number>;

function replayMoves(entries: readonly Entry[]): {
  buckets: Map<string, Buckets>;
  debt: Record<'cashback' | 'points', number>;
  problems: LedgerProblem[];
} {
  const buckets = new Map<string, Buckets>();
  const debt = { cashback: 0, points: 0 };
  const problems: LedgerProblem[] = [];
  for (const entry of entries) {
    if (entry.moves.length === 0 && entry.debt === 0)
      problems.push({ subject: entry.key, problem: 'an entry that moves nothing' });
    for (const move of entry.moves) {
      const lot = buckets.get(move.lotId) ?? {
        pending: 0,
        active: 0,
        reserved: 0,
        spent: 0,
        expired: 0,
        reversed: 0,
      };
      buckets.set(move.lotId, lot);
      if (move.from !== 'issued') lot[move.from] -= move.amount;
      lot[move.to] += move.amount;
      if (move.from !== 'issued' && lot[move.from] < 0)
        problems.push({
          subject: entry.key,
          problem: `takes more from ${move.from} of lot ${move.lotId} than was there`,
        });
    }
    debt[entry.benefit] += entry.debt;
    if (debt[entry.benefit] < 0)
      problems.push({ subject: entry.key, problem: 'pays more debt than was owed' });
  }
  return { buckets, debt, problems };
}

function lotProblems(lot: Lot, replayed: Buckets | undefined): LedgerProblem[] {
  const problems: LedgerProblem[] = [];
  const sum = BUCKETS.reduce((total, bucket) => total + lot.buckets[bucket], 0);
  if (sum !== lot.amount)
    problems.push({ subject: lot.id, problem: `amount ${lot.amount} but buckets hold ${sum}` });
  for (const bucket of BUCKETS) {
    const stored = lot.buckets[bucket];
    const expected = replayed?.[bucket] ?? 0;
    if (stored < 0) problems.push({ subject: lot.id, problem: `${bucket} is negative: ${stored}` });
    if (stored !== expected)
      problems.push({ subject: lot.id, problem: `${bucket} is ${stored}, entries give ${expected}` });
  }
  return problems;
}

function totalProblems(
  wallet: Wallet,
  totals: LedgerCase['totals'],
  debt: LedgerCase['wallet']['debt'],
): LedgerProblem[] {
  return BENEFIT_TYPES.flatMap((type) => {
    const problems: LedgerProblem[] = [];
    const expected = { ...totalsOf(wallet, type), debt: debt[type] };
    for (const name of ['active', 'pending', 'reserved', 'debt'] as const) {
      if (totals[type][name] !== expected[name])
        problems.push({
          subject: `wallet of ${wallet.customerId}`,
          problem: `${type} ${name} is ${totals[type][name]}, entries and lots give ${expected[name]}`,
        });
    }
    if (expected.debt > 0 && expected.active > 0)
      problems.push({
        subject: `wallet of ${wallet.customerId}`,
        problem: `owes ${type} while some is active`,
      });
    return problems;
  });
}

/** At most one earn for each lot, and one lot for each revision of a sale and rule. */
function earnProblems(entries: readonly Entry[]): LedgerProblem[] {
  const seen = new Set<string>();
  return entries
    .filter((entry) => entry.type === 'EARN_PENDING')
    .flatMap((entry) => entry.moves.map((move) => move.lotId))
    .filter((lotId) => seen.size === seen.add(lotId).size)
    .map((lotId) => ({ subject: lotId, problem: 'earned more than once' }));
}

function redemptionProblems(redemption: Redemption): LedgerProblem[] {
  const drawn = redemption.draws.reduce((sum, { amount }) => sum + amount, 0);
  return drawn === redemption.amount
    ? []
    : [{ subject: redemption.id, problem: `redeems ${redemption.amount} but names lots for ${drawn}` }];
}

/** What lots have reserved is exactly what open reservations hold of them; spent, what confirmed ones used. */
function reservedProblems(wallet: Wallet): LedgerProblem[] {
  const held = new Map<string, { reserved: number; spent: number }>();
  for (const redemption of wallet.redemptions) {
    for (const { lotId, amount } of redemption.draws) {
      const lot = held.get(lotId) ?? { reserved: 0, spent: 0 };
      held.set(lotId, lot);
      if (redemption.state === 'reserved') lot.reserved += amount;
      if (redemption.state === 'confirmed') lot.spent += amount;
    }
  }
  return wallet.lots.flatMap((lot) =>
    (['reserved', 'spent'] as const)
      .filter((bucket) => lot.buckets[bucket] !== (held.get(lot.id)?.[bucket] ?? 0))
      .map((bucket) => ({
        subject: lot.id,
        problem: `${bucket} is ${lot.buckets[bucket]}, redemptions hold ${held.get(lot.id)?.[bucket] ?? 0}`,
      })),
  );
}
