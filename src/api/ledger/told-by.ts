import type { DoneBy, Entry, Sale } from '../../loyalty';

/** What is done to a sale by whoever does not tell of it: of these the entries say themselves who it was. */
const DONE_TO_IT: ReadonlySet<string> = new Set(['claimed', 'returned', 'merged']);

/**
 * Who told of the sale by which value moved: the last who had told of it by then. Null where somebody moved it by a call of their
 * own, where the clock did, and where nobody is known to have told of it.
 */
export function toldBy(
  { at, cause }: Pick<Entry, 'at' | 'cause'>,
  sale: Pick<Sale, 'timeline'> | null,
): DoneBy | null {
  if (sale === null || cause.kind !== 'sale' || isSomebodys(cause)) return null;
  const tellings = sale.timeline.flatMap(({ event, by, at: then }) =>
    by === undefined || DONE_TO_IT.has(event) ? [] : [{ by, then }],
  );
  // By a clock that is behind the entry may seem to come before all of them.
  return (tellings.findLast(({ then }) => then <= at) ?? tellings[0])?.by ?? null;
}

function isSomebodys({ operator, keyId }: Entry['cause']): boolean {
  return operator !== undefined || keyId !== undefined;
}
