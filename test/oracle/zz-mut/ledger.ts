import type { LotType } from './model/world';
import type { Entry } from './product';

const BUCKETS = ['pending', 'active', 'reserved', 'spent', 'expired', 'reversed'] as const;
type Bucket = (typeof BUCKETS)[number];

/** A lot as its moves alone tell it. */
export interface ReplayedLot extends Record<Bucket, number> {
  id: string;
  customerId: string;
  type: LotType;
  issued: number;
}

/** What replaying a ledger gives: its lots, the debts by `customer/type`, and whatever cannot be. */
export interface Replay {
  lots: Map<string, ReplayedLot>;
  debts: Map<string, number>;
  faults: string[];
}

/** Replays the moves of the entries one by one (design §3, R41). */
export function replay(entries: Entry[]): Replay {
  const result: Replay = { lots: new Map(), debts: new Map(), faults: [] };
  const keys = new Set<string>();
  for (const entry of entries) {
    if (keys.has(entry.key)) result.faults.push(`key ${entry.key} is not unique`);
    keys.add(entry.key);
    for (const move of entry.moves) apply(result, entry, move);
    if (entry.debt !== 0) owe(result, entry);
  }
  return result;
}

function apply(result: Replay, { customerId, benefit, key }: Entry, move: Entry['moves'][number]): void {
  const lot = result.lots.get(move.lotId) ?? emptyLot(move.lotId, customerId, benefit);
  result.lots.set(lot.id, lot);
  if (lot.customerId !== customerId) result.faults.push(`${key} moves the lot of ${lot.customerId}`);
  if (!Number.isSafeInteger(move.amount) || move.amount <= 0)
    result.faults.push(`${key} moves ${move.amount}`);
  if (move.from === 'issued') lot.issued += move.amount;
  else lot[move.from as Bucket] -= move.amount;
  lot[move.to as Bucket] += move.amount;
  for (const bucket of BUCKETS)
    if (lot[bucket] < 0) result.faults.push(`${key} leaves ${lot[bucket]} ${bucket}`);
  const sum = BUCKETS.reduce((total, bucket) => total + lot[bucket], 0);
  if (sum !== lot.issued) result.faults.push(`${key} leaves ${sum} of ${lot.issued} in ${lot.id}`);
}

function owe(result: Replay, { customerId, benefit, key, debt }: Entry): void {
  const account = `${customerId}/${benefit}`;
  const owed = (result.debts.get(account) ?? 0) + debt;
  result.debts.set(account, owed);
  if (owed < 0) result.faults.push(`${key} leaves a debt of ${owed}`);
}

function emptyLot(id: string, customerId: string, type: LotType): ReplayedLot {
  return {
    id,
    customerId,
    type,
    issued: 0,
    pending: 0,
    active: 0,
    reserved: 0,
    spent: 0,
    expired: 0,
    reversed: 0,
  };
}
