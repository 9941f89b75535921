import type { Entry, BenefitType, Bucket } from '..';
import { BUCKETS, isBalance } from '..';
import type { LedgerProblem } from './ledger-problem';
import type { ReplayState } from './replay-state';
import type { PlacedEntry } from './verify-order';

export type Buckets = Record<Bucket, number>;
type Debt = Record<BenefitType, number>;

/** What the entries alone say, from nothing. */
export interface Replay {
  buckets: ReadonlyMap<string, Buckets>;
  /** By lot: in whose ledger it was issued. */
  issuedIn: ReadonlyMap<string, string>;
  /** By lot: whose it is; null while it is between two customers. */
  owner: ReadonlyMap<string, string | null>;
  /** By customer. */
  debt: ReadonlyMap<string, Debt>;
  problems: LedgerProblem[];
}

/**
 * Replays the moves in order; a bucket or a debt that would fall below zero on the way is a problem.
 * @param since by customer, what the entries before come to
 */
export function replayMoves(placed: readonly PlacedEntry[], since: ReadonlyMap<string, ReplayState>): Replay {
  const replaying = new Replaying();
  for (const [customerId, state] of since) replaying.begin(customerId, state);
  for (const { customerId, entry } of placed) replaying.play(customerId, entry);
  return replaying;
}

/** Nothing in any bucket. */
export function emptyBuckets(): Buckets {
  return { pending: 0, active: 0, reserved: 0, spent: 0, expired: 0, reversed: 0 };
}

class Replaying implements Replay {
  readonly buckets = new Map<string, Buckets>();
  readonly issuedIn = new Map<string, string>();
  readonly owner = new Map<string, string | null>();
  readonly debt = new Map<string, Debt>();
  readonly problems: LedgerProblem[] = [];

  begin(customerId: string, { buckets, debt }: ReplayState): void {
    for (const [lotId, held] of Object.entries(buckets)) {
      this.buckets.set(lotId, { ...held });
      this.issuedIn.set(lotId, customerId);
      this.owner.set(lotId, customerId);
    }
    this.debt.set(customerId, { ...debt });
  }

  play(customerId: string, entry: Entry): void {
    for (const lotId of new Set(entry.moves.map((move) => move.lotId))) this.claim(customerId, entry, lotId);
    for (const { lotId, from, to, amount } of entry.moves) {
      const lot = this.lot(lotId);
      if (entry.type !== 'MERGE_IN' && from !== 'issued') {
        lot[from] -= amount;
        if (lot[from] < 0) this.found(entry, `takes more from ${from} of lot ${lotId} than was there`);
      }
      if (entry.type !== 'MERGE_OUT') lot[to] += amount;
    }
    if (entry.type === 'MERGE_OUT') this.giveUp(entry);
    this.owe(customerId, entry);
  }

  /** A lot is moved only in the ledger of the customer whose it is. */
  private claim(customerId: string, entry: Entry, lotId: string): void {
    const owner = this.owner.get(lotId);
    const issued = entry.moves.some((move) => move.lotId === lotId && move.from === 'issued');
    if (issued && !this.issuedIn.has(lotId)) this.issuedIn.set(lotId, customerId);
    if (issued || entry.type === 'MERGE_IN') this.owner.set(lotId, customerId);
    else if (owner !== undefined && owner !== customerId)
      this.found(entry, `moves lot ${lotId}, which is ${owner === null ? 'nobody' : owner}’s then`);
  }

  /** A merge moves a lot as a whole. */
  private giveUp(entry: Entry): void {
    for (const lotId of new Set(entry.moves.map((move) => move.lotId))) {
      this.owner.set(lotId, null);
      const lot = this.lot(lotId);
      if (BUCKETS.some((bucket) => lot[bucket] > 0))
        this.found(entry, `leaves a part of lot ${lotId} behind`);
    }
  }

  private owe(customerId: string, entry: Entry): void {
    const { benefit } = entry;
    const debt = this.debt.get(customerId) ?? { cashback: 0, points: 0 };
    this.debt.set(customerId, debt);
    if (!isBalance(benefit)) return;
    debt[benefit] += entry.debt;
    if (debt[benefit] < 0) this.found(entry, 'pays more debt than was owed');
  }

  private lot(lotId: string): Buckets {
    const lot = this.buckets.get(lotId) ?? emptyBuckets();
    this.buckets.set(lotId, lot);
    return lot;
  }

  private found({ key }: Entry, problem: string): void {
    this.problems.push({ subject: key, problem });
  }
}
