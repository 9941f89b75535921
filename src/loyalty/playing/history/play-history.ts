import type { z } from 'zod';
import { walletTotals } from '../../ledger';
import { walletView } from '../../ledger/view';
import { verifyCustomer } from '../../ledger/proof';
import type { Cause, Entry, EntryType, LotType, Move } from '../../ledger';
import type { WalletView } from '../../ledger/view';
import type { LedgerProblem } from '../../ledger/proof';
import { checkProgram } from '../../program';
import type { Program } from '../../program';
import { eventSchema, historySchema } from './event-schema';
import { HistoryPlayer } from './history-player';
import type { HistoryResult } from './history-player';

/** The history cannot be played at all: it is no history, or its first program cannot be published. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';

  constructor(readonly problems: readonly { path: string; message: string }[]) {
    super(problems.map(({ path, message }) => `${path || 'history'}: ${message}`).join('\n'));
  }
}

/** An entry as the history gives it (R41), its instant in ISO 8601 UTC. */
export interface HistoryEntry {
  type: EntryType;
  key: string;
  customerId: string;
  benefit: LotType;
  at: string;
  cause: Cause;
  programVersion: number | null;
  ruleId: string | null;
  moves: Move[];
  debt: number;
}

/**
 * What a history comes to. Wallets are as of the last event, entries in order of time; at one instant by customer, and each
 * customer's as they were posted.
 */
export interface HistoryOutput {
  results: HistoryResult[];
  wallets: Record<string, WalletView>;
  entries: HistoryEntry[];
  problems: LedgerProblem[];
}

/**
 * Plays a program and a dated history through the same core as the engines, in memory. A refused event changes nothing.
 * An event dated before the one ahead of it happens at that one's instant: time does not run backwards.
 * @param onEvent told how many events have been played
 * @throws HistoryError
 */
export function playHistory(
  history: unknown,
  onEvent: (played: number) => void = () => undefined,
): HistoryOutput {
  const read = historySchema.safeParse(history);
  if (!read.success) throw new HistoryError(read.error.issues.map(issueText));
  const player = HistoryPlayer.ofSources(firstProgram(read.data.program));
  const results = read.data.events.map((json, index) => {
    const result = play(player, json);
    onEvent(index + 1);
    return result;
  });
  return outputOf(player, results);
}

function firstProgram(json: unknown): Program {
  const check = checkProgram(json);
  if (check.ok) return check.program;
  throw new HistoryError(check.problems.map(({ path, message }) => ({ path: `program.${path}`, message })));
}

function play(player: HistoryPlayer, json: unknown): HistoryResult {
  const read = eventSchema.safeParse(json);
  if (read.success) return player.play(read.data);
  // Time passes whether or not the event made sense.
  const tick = eventSchema.safeParse({ ...Object(json), do: 'tick' });
  if (tick.success) player.play(tick.data);
  return { code: 'invalid_request', errors: read.error.issues.map(issueText) };
}

/** How early or late a customer was looked at changes nothing (R45); sorting is stable, so a customer's own stay in order. */
function byTimeAndCustomer(a: Entry, b: Entry): number {
  if (a.at !== b.at || a.customerId === b.customerId) return a.at - b.at;
  return a.customerId < b.customerId ? -1 : 1;
}

function outputOf(player: HistoryPlayer, results: HistoryResult[]): HistoryOutput {
  const { world } = player;
  const customers = [...world.customers.values()].sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
  for (const { customerId } of customers) player.catchUp(customerId);
  const entries = world.entries.toSorted(byTimeAndCustomer);
  return {
    results,
    wallets: Object.fromEntries(
      customers.map((customer) => [customer.customerId, walletView(customer.whole(), world.now)]),
    ),
    entries: entries.map(entryView),
    problems: customers.flatMap((customer) => {
      const wallet = customer.whole();
      const totals = { cashback: walletTotals(wallet, 'cashback'), points: walletTotals(wallet, 'points') };
      return verifyCustomer({ wallet, entries: customer.entries, totals });
    }),
  };
}

function entryView({ at, ...entry }: Entry): HistoryEntry {
  return { ...entry, at: new Date(at).toISOString() };
}

function issueText({ path, message }: z.core.$ZodIssue): { path: string; message: string } {
  return { path: path.map(String).join('.'), message };
}
