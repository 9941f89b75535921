import type { Entry } from '..';

/** An entry, and in whose ledger it stands. */
export interface PlacedEntry<Written extends Entry = Entry> {
  customerId: string;
  entry: Written;
}

/** One customer's entries in the order they were written. */
export interface CustomerEntries<Written extends Entry = Entry> {
  customerId: string;
  entries: readonly Written[];
}

/**
 * The entries of customers who were merged, in an order in which they can have been written: each ledger in its own order,
 * every `MERGE_IN` after its `MERGE_OUT`, and besides that by time.
 */
export function inOrder<Written extends Entry>(
  ledgers: readonly CustomerEntries<Written>[],
): PlacedEntry<Written>[] {
  const queues = ledgers.map(({ customerId, entries }) => ({ customerId, entries, next: 0 }));
  const awaited = new Set(ledgers.flatMap(({ entries }) => entries.filter(goesOut).map(({ key }) => key)));
  const ordered: PlacedEntry<Written>[] = [];
  for (;;) {
    const heads = queues.filter(({ entries, next }) => next < entries.length);
    const free = heads.filter(({ entries, next }) => !awaited.has(mergeOutKey(entries[next]!) ?? ''));
    // Ledgers that wait for each other were tampered with: any order shows it.
    const queue = earliest(free.length > 0 ? free : heads);
    if (!queue) return ordered;
    const entry = queue.entries[queue.next]!;
    queue.next += 1;
    awaited.delete(entry.key);
    ordered.push({ customerId: queue.customerId, entry });
  }
}

/** For a `MERGE_IN`, the key of its `MERGE_OUT`; null for any other entry. */
export function mergeOutKey({ type, key }: Entry): string | null {
  return type === 'MERGE_IN' ? key.replace('-in/', '-out/') : null;
}

function goesOut({ type }: Entry): boolean {
  return type === 'MERGE_OUT';
}

function earliest<Queue extends { entries: readonly Entry[]; next: number }>(
  queues: readonly Queue[],
): Queue | undefined {
  return queues.reduce<Queue | undefined>(
    (first, queue) =>
      !first || queue.entries[queue.next]!.at < first.entries[first.next]!.at ? queue : first,
    undefined,
  );
}
