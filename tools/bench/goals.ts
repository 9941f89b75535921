import type { Compared } from './pairs';
import type { Spread } from './statistics';

/** What is to be reached: a ratio of ours to the peer's, or where there is no peer a figure. */
export interface Goal {
  readonly question: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Q5';
  readonly what: string;
  readonly unit: string;
  readonly sense: 'at least' | 'at most';
  readonly limit: number;
}

/** What was measured for a goal. Without a peer, `measured` is the figure itself. */
export interface Outcome {
  readonly goal: Goal;
  readonly measured: Spread;
  readonly ours: Spread;
  readonly peer: Spread | null;
  readonly reached: boolean;
}

/** Holds the median of a ratio against its goal. */
export function judgeRatio(goal: Goal, { ours, peer, ratio }: Compared): Outcome {
  return { goal, measured: ratio, ours, peer, reached: reaches(goal, ratio.median) };
}

/** Holds the largest of several figures against its goal. */
export function judgeFigure(goal: Goal, ours: Spread): Outcome {
  return { goal, measured: ours, ours, peer: null, reached: reaches(goal, ours.max) };
}

function reaches({ sense, limit }: Goal, value: number): boolean {
  return sense === 'at least' ? value >= limit : value <= limit;
}
