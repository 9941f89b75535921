import type { DoneBy, Entry, Sale } from '../../loyalty';

/**
 * What is done to a sale by whoever does not tell of it, or to its purchase by what others tell: value that moves after it moves by that,
 * and not by the telling before.
 */
const DONE_TO_IT: ReadonlySet<string> = new Set([
  ...['claimed', 'returned', 'merged'],
  ...['compared', 'matched', 'handed_over'],
]);

/**
 * Who told of the sale by which value moved: the last who had told of it by then. Null where somebody moved it by a call of their
 * own, where the clock did, where something else has been done to the sale since, and where nobody is known to have told of it.
 */
export function toldBy(
  { at, cause }: Pick<Entry, 'at' | 'cause'>,
  sale: Pick<Sale, 'timeline'> | null,
): DoneBy | null {
  if (sale === null || cause.kind !== 'sale' || isSomebodys(cause)) return null;
  const isTelling = ({ event, by }: Sale['timeline'][number]): boolean =>
    by !== undefined && !DONE_TO_IT.has(event);
  const events = sale.timeline.filter((one) => DONE_TO_IT.has(one.event) || isTelling(one));
  // By a clock that is behind the entry may seem to come before all of them.
  const last = events.findLast(({ at: then }) => then <= at) ?? events[0];
  return last && isTelling(last) ? (last.by ?? null) : null;
}

function isSomebodys({ operator, keyId }: Entry['cause']): boolean {
  return operator !== undefined || keyId !== undefined;
}
