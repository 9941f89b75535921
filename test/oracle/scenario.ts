import { expect, it } from '@jest/globals';
import { consultOracle } from './model';
import { playProduct } from './product';
import type { History } from './model/input';
import type { Wallet } from './model/wallet';

type Four = [active: number, pending: number, reserved: number, debt: number];

/** What a hand-worked example must end with; what is left out is not looked at. */
export interface Outcome {
  /** The last events' results, in order. */
  last?: string[];
  cashback?: Four;
  points?: Four;
  /** Active amounts by last usable date, as `date amount`. */
  ends?: string[];
  /** As `code state usesLeft expiresOn`. */
  vouchers?: string[];
  customer?: string;
}

/** A hand-worked example: title with its rule, history, outcome. */
export type Scenario = [title: string, played: History, outcome: Outcome];

const PLAYERS = { oracle: consultOracle, product: playProduct };

/** Checks every example against the oracle and the product. */
export function checkAll(scenarios: Scenario[]): void {
  for (const [who, play] of Object.entries(PLAYERS)) {
    for (const [title, played, outcome] of scenarios) {
      it(`${title} · ${who}`, () => {
        const verdict = play(played);
        const wallet = verdict.wallets[outcome.customer ?? 'ana'];
        const last = outcome.last && verdict.results.slice(-outcome.last.length);
        expect({ ...outcome, ...seen(wallet, outcome), last }).toEqual({ ...outcome, last: outcome.last });
      });
    }
  }
}

function seen(wallet: Wallet | undefined, wanted: Outcome): Outcome {
  if (!wallet) return {};
  const { cashback, points, expirations, vouchers } = wallet;
  const all: Outcome = {
    cashback: [cashback.activeCents, cashback.pendingCents, cashback.reservedCents, cashback.debtCents],
    points: [points.activePoints, points.pendingPoints, points.reservedPoints, points.debtPoints],
    ends: expirations.map(({ date, cents = 0, points: some = 0 }) => `${date} ${cents + some}`),
    vouchers: vouchers.map((one) => `${one.code} ${one.state} ${one.usesLeft} ${one.expiresOn ?? 'never'}`),
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in wanted));
}
