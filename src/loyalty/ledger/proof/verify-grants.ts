import type { Entry, EntryType, Grant, Lot, Wallet } from '..';
import { netGranted } from '..';
import { grantKey } from './grant-key';
import type { LedgerProblem } from './ledger-problem';
import type { ReplayState } from './replay-state';
import type { Replay } from './verify-replay';

const TAKING: readonly EntryType[] = ['CANCEL_PENDING', 'CLAWBACK', 'DEBT_OPEN'];

/**
 * Whether each grant agrees with its lots and with what entries took back for it. What was taken back is compared for a sale and
 * rule as a whole: undoing a merge divides it between two customers.
 */
export function grantProblems(
  wallets: readonly Pick<Wallet, 'customerId' | 'lots' | 'grants'>[],
  entries: readonly Entry[],
  replay: Replay,
  since: readonly ReplayState[],
): LedgerProblem[] {
  const issued = issuedBy(wallets, replay);
  const expectedTaken = takenBy(entries, since);
  const taken = totals(
    wallets.flatMap(({ grants }) => grants),
    grantKey,
    (grant) => grant.taken,
  );
  return wallets.flatMap(({ customerId, lots, grants }) => {
    const granted = totals(lots, grantKey, (lot) => lot.amount);
    return grants.flatMap((grant) => {
      const key = grantKey(grant);
      const compared: [string, number, number][] = [
        ['lots', grant.lots, issued.get(customerId + key) ?? 0],
        ['granted', grant.granted, granted.get(key) ?? 0],
        ['taken', taken.get(key) ?? 0, expectedTaken.get(key) ?? 0],
      ];
      return [
        ...compared
          .filter(([, found, expected]) => found !== expected)
          .map(([name, found, expected]) => `${name} is ${found}, lots and entries give ${expected}`),
        ...boundProblems(grant),
      ].map((problem) => ({ subject: `${grant.saleId}/${grant.ruleId}`, problem }));
    });
  });
}

function boundProblems(grant: Grant): string[] {
  const { taken, letOff, lapsed } = grant;
  return [
    ...(taken >= 0 ? [] : [`has taken back ${taken}`]),
    ...(letOff >= 0 && lapsed >= 0 && letOff + lapsed <= netGranted(grant)
      ? []
      : [`lets off ${letOff} and ${lapsed} lapsed, of ${netGranted(grant)} held`]),
  ];
}

/** How many lots were issued, by customer in whose ledger, sale and rule. */
function issuedBy(
  wallets: readonly Pick<Wallet, 'lots'>[],
  { issuedIn }: Pick<Replay, 'issuedIn'>,
): Map<string, number> {
  const issuedFor = (lot: Lot): string => (issuedIn.get(lot.id) ?? lot.customerId) + grantKey(lot);
  return totals(
    wallets.flatMap(({ lots }) => lots),
    issuedFor,
    () => 1,
  );
}

/** What entries took back less what they gave again, by sale and rule. */
export function takenBy(entries: readonly Entry[], since: readonly ReplayState[]): Map<string, number> {
  const taken = new Map(since.flatMap((state) => Object.entries(state.taken)));
  for (const { type, cause, ruleId, benefit, moves, debt } of entries) {
    const sign = TAKING.includes(type) ? 1 : type === 'REINSTATE' ? -1 : 0;
    if (sign === 0) continue;
    const key = grantKey({ saleId: cause.saleId ?? null, ruleId, type: benefit });
    const amount = moves.reduce((sum, move) => sum + move.amount, debt);
    taken.set(key, (taken.get(key) ?? 0) + sign * amount);
  }
  return taken;
}

function totals<T>(
  all: readonly T[],
  key: (one: T) => string,
  amount: (one: T) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of all) sums.set(key(one), (sums.get(key(one)) ?? 0) + amount(one));
  return sums;
}
