import { spreadOf } from './statistics';
import type { Spread } from './statistics';

/** Ours and the peer's, measured right after each other. */
export interface Pair<T> {
  readonly ours: T;
  readonly peer: T;
}

/** One figure of several pairs. The ratio is taken within each pair, so that what both suffered cancels out. */
export interface Compared {
  readonly ours: Spread;
  readonly peer: Spread;
  readonly ratio: Spread;
}

/** Measures A B A B …; the first pair warms both up and is dropped. `onPair` hears of each, counted from 1. */
export async function inPairs<T>(
  count: number,
  sides: Pair<() => Promise<T>>,
  onPair: (pair: Pair<T>, number: number) => void,
): Promise<Pair<T>[]> {
  const pairs: Pair<T>[] = [];
  for (let number = 1; number <= count; number += 1) {
    const pair = { ours: await sides.ours(), peer: await sides.peer() };
    onPair(pair, number);
    if (number > 1) pairs.push(pair);
  }
  return pairs;
}

/** One figure of the pairs, side by side and as a ratio. */
export function compare<T>(pairs: readonly Pair<T>[], figure: (side: T) => number): Compared {
  return {
    ours: spreadOf(pairs.map(({ ours }) => figure(ours))),
    peer: spreadOf(pairs.map(({ peer }) => figure(peer))),
    ratio: spreadOf(pairs.map(({ ours, peer }) => figure(ours) / figure(peer))),
  };
}

/** How a pair is called while it runs: `Q1 2/6`; the one that is dropped says so. */
export function pairName(question: string, number: number, count: number): string {
  return `${question} ${number}/${count}${number === 1 ? ' (not counted)' : ''}`;
}
