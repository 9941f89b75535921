import { entriesGenesis, entryHash, formProblem } from '..';
import type { EntryDoc, WalletDoc } from '..';
import type { HeadOfSeal } from './stored-customer';

/** The first entry of a customer that does not fit; `key` is null where it is missing and nobody knows it. */
export interface Misfit {
  customerId: string;
  seq: number;
  key: string | null;
  problem: string;
}

/** Everything that bears on one customer's chain. `entries` by `seq`, `seals` in their order. */
export interface StoredChain {
  wallet: WalletDoc;
  /** Where the entries before those end; null: these are all. */
  since: { seq: number; hash: string } | null;
  entries: readonly EntryDoc[];
  seals: readonly HeadOfSeal[];
}

/**
 * Recomputes the chain from its beginning, and compares it with what is stored, with what the wallet says of its end, and
 * with every seal. One misfit spoils all that follows it, so only the first is answered.
 */
export function chainMisfit(chain: StoredChain): Misfit | null {
  const { hashes, broken } = recompute(chain);
  const found = [broken, unlikeSeals(chain, hashes, broken?.seq), broken ? null : brokenEnd(chain)];
  return earliest(found.filter((misfit) => misfit !== null));
}

/** The one with the smallest `seq`, the first of equals; null for none. */
export function earliest(misfits: readonly Misfit[]): Misfit | null {
  return misfits.reduce<Misfit | null>((best, each) => (best && best.seq <= each.seq ? best : each), null);
}

/** The hashes as far as every link holds, and the first that does not. */
function recompute({ wallet, since, entries }: StoredChain): {
  hashes: Map<number, string>;
  broken: Misfit | null;
} {
  const { _id: customerId, merchantId } = wallet;
  const hashes = new Map<number, string>();
  let last = since?.hash ?? entriesGenesis(merchantId, customerId);
  if (since) hashes.set(since.seq, since.hash);
  for (const [index, entry] of entries.entries()) {
    const seq = (since?.seq ?? 0) + index + 1;
    const hash = entryHash(last, entry);
    const problem = linkProblem(merchantId, seq, entry, hash);
    if (problem !== null) {
      const key = entry.seq === seq ? entry.key : null;
      return { hashes, broken: { customerId, seq, key, problem } };
    }
    hashes.set(seq, hash);
    last = hash;
  }
  return { hashes, broken: null };
}

function linkProblem(merchantId: string, seq: number, entry: EntryDoc, hash: string): string | null {
  if (entry.seq !== seq)
    return `is missing: expected entry ${seq}, found entry ${entry.seq} (${entry.key}) in its place`;
  if (entry._id !== `${merchantId}/${entry.key}`)
    return `is stored under ${entry._id}, expected ${merchantId}/${entry.key}`;
  const strange = formProblem(entry);
  if (strange !== null) return strange;
  if (entry.hash !== hash)
    return (
      `does not follow from the entry before: expected hash ${short(hash)} by its content, found ${short(entry.hash)}; ` +
      'it was changed after it was written, or an entry before it was'
    );
  return null;
}

/** A chain that was shortened, or written anew from some point on, holds in itself; the wallet knows its end. */
function brokenEnd({ wallet, since, entries }: StoredChain): Misfit | null {
  const { _id: customerId, entryCount, lastHash } = wallet;
  const before = since?.seq ?? 0;
  const found = before + entries.length;
  if (found < entryCount)
    return {
      ...{ customerId, seq: found + 1, key: null },
      problem: `is missing: expected ${entryCount} entries, found ${found}`,
    };
  if (found !== entryCount) {
    const beyond = entries[entryCount - before] ?? entries[0];
    return {
      ...{ customerId, seq: beyond?.seq ?? before, key: beyond?.key ?? null },
      problem: `is not the wallet's: expected ${entryCount} entries, found ${found}`,
    };
  }
  const last = entries.at(-1) ?? since;
  if (!last || lastHash === last.hash) return null;
  return {
    ...{ customerId, seq: last.seq, key: entries.at(-1)?.key ?? null },
    problem: `is not the end the wallet knows: expected hash ${short(lastHash)}, found ${short(last.hash)}`,
  };
}

/** Against a chain that was written anew as a whole, together with the wallet: it cannot be what was sealed. */
function unlikeSeals(
  { wallet, since, entries, seals }: StoredChain,
  hashes: ReadonlyMap<number, string>,
  broken = Number.POSITIVE_INFINITY,
): Misfit | null {
  const { _id: customerId } = wallet;
  const before = since?.seq ?? 0;
  let held = before;
  for (const { n, head } of [...seals].sort((a, b) => a.head.seq - b.head.seq || a.n - b.n)) {
    if (head.seq === 0 || head.seq < before) continue;
    if (head.seq >= broken) return null;
    const hash = hashes.get(head.seq);
    if (hash === undefined)
      return {
        ...{ customerId, seq: before + entries.length + 1, key: null },
        problem: `is missing: seal ${n} holds ${head.seq} entries, found ${before + entries.length}`,
      };
    if (hash !== head.hash)
      return {
        ...{ customerId, seq: head.seq, key: entries[head.seq - before - 1]?.key ?? null },
        problem:
          `is not what seal ${n} holds: expected hash ${short(head.hash)}, found ${short(hash)}; ` +
          `it or an entry after entry ${held} was written anew`,
      };
    held = head.seq;
  }
  return null;
}

function short(hash: string | undefined): string {
  return hash === undefined ? 'none' : `${hash.slice(0, 16)}…`;
}
