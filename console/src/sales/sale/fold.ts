/** More than fit on a page at once. */
const MOST = 12;
/** How a story began, which is looked for more often than its middle. */
const FIRST = 2;

/** A part of a timeline: an event, or how many were left out between two. */
export type Folded<Event> = { event: Event } | { hidden: number };

/**
 * A timeline short enough to be read: its first events, its last ones and every failure; the others are folded.
 * @param mustShow what is never folded
 */
export function folded<Event>(
  events: readonly Event[],
  mustShow: (event: Event) => boolean,
): Folded<Event>[] {
  const failures = events.filter(mustShow).length;
  const others = Math.max(MOST - failures, 0);
  const first = Math.min(FIRST, others);
  const quiet = events.flatMap((event, index) => (mustShow(event) ? [] : [index]));
  const shown = new Set([...quiet.slice(0, first), ...quiet.slice(quiet.length - (others - first))]);
  return events.reduce<Folded<Event>[]>((parts, event, index) => {
    if (events.length <= MOST || mustShow(event) || shown.has(index)) return [...parts, { event }];
    const last = parts.at(-1);
    if (last && 'hidden' in last) return [...parts.slice(0, -1), { hidden: last.hidden + 1 }];
    return [...parts, { hidden: 1 }];
  }, []);
}
