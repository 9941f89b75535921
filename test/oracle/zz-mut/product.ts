import { playHistory } from '../../../src/loyalty';
import type { History } from './model/input';
import type { Wallet } from './model/wallet';

/** A ledger entry as R41 has it; `debt` is the change of the debt. */
export interface Entry {
  type: string;
  key: string;
  customerId: string;
  benefit: 'cashback' | 'points' | 'voucher';
  moves: { lotId: string; from: string; to: string; amount: number }[];
  debt: number;
  at: string;
}

/** What the product says of a history, results reduced to `ok` or the refusal's code. */
export interface ProductVerdict {
  results: string[];
  wallets: Record<string, Wallet>;
  entries: Entry[];
  problems: unknown[];
}

/** Plays a history with the product's runner, through JSON as its users do. */
export function playProduct(history: History): ProductVerdict {
  const output = JSON.parse(JSON.stringify(playHistory(JSON.parse(JSON.stringify(history))))) as Omit<
    ProductVerdict,
    'results'
  > & { results: ({ ok: true } | { code: string })[] };
  return {
    ...output,
    results: output.results.map((result) => ('code' in result ? result.code : 'ok')),
  };
}
