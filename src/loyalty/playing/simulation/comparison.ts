/** One sale or customer that would be given more, or less. */
export interface Mover {
  id: string;
  currentCents: number;
  draftCents: number;
}

/** Who would be given more and who less, with what all of them gain and lose together. */
export interface Comparison {
  more: { count: number; cents: number };
  less: { count: number; cents: number };
  same: { count: number };
  /** Those with the largest difference first. */
  topMore: Mover[];
  topLess: Mover[];
}

/** How many of each are named. */
const NAMED = 20;

/** Compares what the same sales, or customers, are given: cents by id. An id that is absent was given nothing. */
export function compare(
  current: ReadonlyMap<string, number>,
  draft: ReadonlyMap<string, number>,
): Comparison {
  const ids = [...new Set([...current.keys(), ...draft.keys()])];
  const movers = ids.map((id): Mover => ({
    id,
    currentCents: current.get(id) ?? 0,
    draftCents: draft.get(id) ?? 0,
  }));
  const more = movers.filter((mover) => gain(mover) > 0).sort(byGain);
  const less = movers.filter((mover) => gain(mover) < 0).sort((a, b) => byGain(b, a));
  return {
    more: { count: more.length, cents: totalGain(more) },
    less: { count: less.length, cents: -totalGain(less) },
    same: { count: ids.length - more.length - less.length },
    topMore: more.slice(0, NAMED),
    topLess: less.slice(0, NAMED),
  };
}

function gain({ currentCents, draftCents }: Mover): number {
  return draftCents - currentCents;
}

function totalGain(movers: readonly Mover[]): number {
  return movers.reduce((sum, mover) => sum + gain(mover), 0);
}

/** The largest gain first; equal ones by id, so that the same simulation names the same. */
function byGain(a: Mover, b: Mover): number {
  return gain(b) - gain(a) || (a.id < b.id ? -1 : 1);
}
