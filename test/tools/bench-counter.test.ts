import { describe, expect, it } from '@jest/globals';
import { counterReport } from '../../tools/bench/counter';
import { keepsGoal } from '../../tools/bench/counter/report';
import type { TillFigures } from '../../tools/bench/counter/till';

const times = (medianMs: number, slowestMs: number): number[] => [medianMs, medianMs, slowestMs];
const figures = (confirmedMs: number[], refused: TillFigures['refused'] = {}): TillFigures => ({
  confirmedMs,
  refused,
});
const IDLE = figures(times(20, 50));

describe('the report of the counter', () => {
  it.each<[string, TillFigures, boolean]>([
    ['itself', IDLE, true],
    ['twice as long', figures(times(40, 100)), true],
    ['a longer median', figures(times(41, 50)), false],
    ['a longer slowest one', figures(times(20, 102)), false],
    ['a 503', figures(times(20, 50), { '503 request_expired': 1 }), false],
    ['a refusal of the rules', figures(times(20, 50), { '422 insufficient_balance': 1 }), true],
    ['nothing confirmed', figures([]), false],
  ])('holds each load against the till that has it to itself: %s', (_what, load, kept) => {
    expect(keepsGoal(load, IDLE)).toBe(kept);
  });

  it('says which load falls short', () => {
    const loads = [
      { title: 'nothing else', figures: IDLE },
      { title: 'a burst', figures: figures(times(60, 90)) },
    ];
    const asked = { seconds: 40, perSecond: 5, oneWorker: false, quick: false };
    const options = { ...asked, waiting: null, midnightLots: null };
    const lines = counterReport({ options, loads }).split('\n');
    expect(lines.find((line) => line.startsWith('nothing else'))).toContain('reached');
    expect(lines.find((line) => line.startsWith('a burst'))).toContain('SHORT');
  });
});
