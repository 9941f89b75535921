import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { judgeFigure, judgeRatio } from '../../tools/bench/goals';
import type { Goal } from '../../tools/bench/goals';
import { callFor, ClosedLoop, runAll } from '../../tools/bench/load';
import type { Flow } from '../../tools/bench/load';
import { readOptions } from '../../tools/bench/options';
import { compare, inPairs } from '../../tools/bench/pairs';
import { billedActions } from '../../tools/bench/questions/actions';
import { report } from '../../tools/bench/report';
import type { BenchResult } from '../../tools/bench/report';
import { cpuBetween, cpuMsIn, cpuPer, cpuSum } from '../../tools/rig/cpu';
import type { CpuTimes } from '../../tools/rig/cpu';
import { quantile, spreadOf } from '../../tools/bench/statistics';
import { figure, table } from '../../tools/bench/table';

describe('the statistics of the bench', () => {
  it('interpolate between neighbours, whatever the order the values come in', () => {
    expect(quantile([40, 10, 30, 20], 0.5)).toBe(25);
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([7], 0.99)).toBe(7);
    expect(quantile([0, 100], 0.99)).toBeCloseTo(99);
  });

  it('leave the values as they were', () => {
    const values = [3, 1, 2];
    expect(spreadOf(values)).toEqual({ median: 2, min: 1, max: 3 });
    expect(values).toEqual([3, 1, 2]);
  });

  it('refuse to make a figure of nothing', () => {
    expect(() => spreadOf([])).toThrow('nothing was measured');
  });
});

describe('the Actions that Temporal Cloud bills for a run', () => {
  type Events = Parameters<typeof billedActions>[0];
  const recorded = (name: string): Events =>
    (JSON.parse(readFileSync(join(__dirname, '../histories', `${name}.json`), 'utf8')) as { events: Events })
      .events;

  it('are a start, signals, steps, timers and upserts; a signal that starts is billed once', () => {
    // A start, then a signal; nine steps, four timers, five upserts.
    expect(billedActions(recorded('sale-whole-life'))).toBe(1 + 1 + 9 + 4 + 5);
    // A start with its signal, another signal; four steps, a timer, an upsert.
    expect(billedActions(recorded('sale-active'))).toBe(1 + 1 + 4 + 1 + 1);
  });

  it('are each signal, each repetition of a step, the start where no signal came with it, and markers once a task', () => {
    const marker = { markerRecordedEventAttributes: { workflowTaskCompletedEventId: 4 } };
    const events = [
      { workflowExecutionStartedEventAttributes: {} },
      { activityTaskScheduledEventAttributes: {} },
      { activityTaskStartedEventAttributes: { attempt: 3 } },
      { workflowExecutionSignaledEventAttributes: {} },
      ...[marker, marker],
      {
        upsertWorkflowSearchAttributesEventAttributes: {
          searchAttributes: { indexedFields: { TemporalChangeVersion: {} } },
        },
      },
    ];
    expect(billedActions(events as unknown as Events)).toBe(1 + 1 + 2 + 1 + 1);
  });
});

describe('pairs of windows', () => {
  it('are measured in turn, and the first is dropped', async () => {
    const order: string[] = [];
    const side = (name: string) => (): Promise<number> => Promise.resolve(order.push(name));
    const seen: number[] = [];
    const pairs = await inPairs(3, { ours: side('A'), peer: side('B') }, (_pair, number) =>
      seen.push(number),
    );
    expect(order.join('')).toBe('ABABAB');
    expect(seen).toEqual([1, 2, 3]);
    expect(pairs).toEqual([
      { ours: 3, peer: 4 },
      { ours: 5, peer: 6 },
    ]);
  });

  it('give their ratio within each pair, so that what slowed both down cancels out', () => {
    const pairs = [
      { ours: 10, peer: 5 },
      { ours: 100, peer: 50 },
      { ours: 30, peer: 10 },
    ];
    const compared = compare(pairs, (value) => value);
    expect(compared.ratio).toEqual({ median: 2, min: 2, max: 3 });
    expect(compared.ours.median).toBe(30);
  });
});

describe('goals', () => {
  const goal: Goal = { question: 'Q1', what: 'sales a second', unit: '/s', sense: 'at least', limit: 0.8 };
  const none = { median: 1, min: 1, max: 1 };

  it('are held against the median of a ratio', () => {
    const of = (median: number) =>
      judgeRatio(goal, { ours: none, peer: none, ratio: { median, min: 0, max: 9 } });
    expect([of(0.8).reached, of(0.79).reached]).toEqual([true, false]);
    const most = { ...goal, sense: 'at most' } as const;
    expect(judgeRatio(most, { ours: none, peer: none, ratio: none }).reached).toBe(false);
  });

  it('without a peer are held against the largest figure', () => {
    const most: Goal = { ...goal, sense: 'at most', limit: 60 };
    expect(judgeFigure(most, { median: 32, min: 30, max: 61 }).reached).toBe(false);
    expect(judgeFigure(most, { median: 32, min: 30, max: 60 })).toMatchObject({ reached: true, peer: null });
  });
});

describe('CPU time', () => {
  const times = (worker: number, simulator: number): CpuTimes => ({
    'Temporal server': 0,
    MongoDB: 0,
    worker,
    API: 0,
    'API without worker': 0,
    'peer worker': 0,
    'load driver': 0,
    simulator,
  });

  it('is read from /proc even if the name of the program holds spaces and parentheses', () => {
    const stat = '42 (a (b) c) S 1 42 42 0 -1 4194560 100 0 0 0 150 25 0 0 20 0 11 0 100 1000 10';
    expect(cpuMsIn(stat)).toBe(1750);
  });

  it('is shared out over the pieces of work, and added up without whom is left out', () => {
    const each = cpuPer(10, cpuBetween(times(100, 50), times(300, 150)));
    expect(each.worker).toBe(20);
    expect(cpuSum(each)).toBe(30);
    expect(cpuSum(each, ['simulator'])).toBe(20);
  });
});

describe('the load', () => {
  const { signal } = new AbortController();

  /** Work that is finished when it is asked about for the second time. */
  class TwiceAsked implements Flow {
    begun = 0;
    most = 0;
    private readonly asked = new Map<string, number>();

    start(): Promise<string> {
      return Promise.resolve(String(this.begun++));
    }

    finished(ids: readonly string[]): Promise<string[]> {
      this.most = Math.max(this.most, ids.length);
      for (const id of ids) this.asked.set(id, (this.asked.get(id) ?? 0) + 1);
      return Promise.resolve(ids.filter((id) => this.asked.get(id) === 2));
    }
  }

  it('keeps as much in flight as it may, and finishes what it has begun', async () => {
    const flow = new TwiceAsked();
    const loop = new ClosedLoop(flow, { concurrency: 3, signal });
    await loop.runUpTo(6);
    await loop.drain();
    expect(flow.most).toBe(3);
    expect(loop.completed).toBe(flow.begun);
  });

  it('begins exactly as many as it was told', async () => {
    const flow = new TwiceAsked();
    await runAll(flow, 5, { concurrency: 3, signal });
    expect(flow.begun).toBe(5);
  });

  it('ends with the error of a piece of work that could not be begun', async () => {
    const flow: Flow = {
      start: () => Promise.reject(new Error('no shop')),
      finished: () => Promise.resolve([]),
    };
    await expect(runAll(flow, 1, { concurrency: 1, signal })).rejects.toThrow('no shop');
  });

  it('times calls without their preparation, and ends with the first wrong answer', async () => {
    // The clock stands but for what is done here: how busy this machine is says nothing.
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    try {
      const preparedCall = (answer: () => Promise<void>) => () => {
        jest.advanceTimersByTime(5);
        return () => {
          jest.advanceTimersByTime(3);
          return answer();
        };
      };
      const right = preparedCall(() => Promise.resolve());
      const { latenciesMs } = await callFor(right, { concurrency: 1, ms: 20, signal });
      expect(latenciesMs).toEqual([3, 3, 3]);
      const wrong = preparedCall(() => Promise.reject(new Error('answered 500')));
      await expect(callFor(wrong, { concurrency: 2, ms: 20, signal })).rejects.toThrow('answered 500');
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('the command line of the bench', () => {
  it('measures at length unless told otherwise', () => {
    expect(readOptions([])).toMatchObject({ pairs: 6, seconds: 10, jsonFile: null });
    expect(readOptions(['--quick', '--pairs', '4'])).toMatchObject({ pairs: 4, seconds: 4 });
    expect(readOptions(['--help', '--json', 'x'])).toBe('help');
  });

  it('spreads many sales over more companies, because each allows three calls a second', () => {
    expect(readOptions(['--concurrency', '100'])).toMatchObject({ companies: 200 });
  });

  it.each([['--pairs', '1'], ['--seconds', 'ten'], ['--fast']])('refuses %s %s with its usage', (...args) => {
    expect(() => readOptions(args)).toThrow(/--pairs N/);
  });
});

describe('the report', () => {
  it('lines figures up in columns', () => {
    expect(
      table(
        ['what', 'ms'],
        [
          ['a', '1'],
          ['long name', '100'],
        ],
      ),
    ).toBe(['what        ms', '──────────────', 'a            1', 'long name  100'].join('\n'));
  });

  it('writes as many decimals as say something', () => {
    expect([0.834, 4.25, 14.16, 118.4, 32].map(figure)).toEqual(['0.83', '4.25', '14.2', '118', '32']);
  });

  it('says what falls short, by how much, and on what it was measured', () => {
    const ratio = { median: 0.42, min: 0.4, max: 0.45 };
    const one = { median: 5, min: 5, max: 5 };
    const goal: Goal = { question: 'Q1', what: 'sales a second', unit: '/s', sense: 'at least', limit: 0.8 };
    const options = readOptions([]);
    const result: BenchResult = {
      machine: {
        at: '2026-01-15T12:00:00.000Z',
        cores: 2,
        cpu: 'a processor',
        memoryGiB: 8,
        node: 'v20.20.2',
        temporalServer: '1.29.1',
        mongodb: '8.2.6',
        loadAverage: 0.5,
      },
      options: options === 'help' ? ({} as never) : options,
      activities: 4,
      outcomes: [judgeRatio(goal, { ours: one, peer: one, ratio })],
      cpu: [
        {
          of: 'each sale (Q1)',
          processes: [
            { name: 'worker', ours: 90.25, peer: 0 },
            { name: 'simulator', ours: 0, peer: 0.01 },
          ],
        },
      ],
      life: { events: 75, kilobytes: 14.4, activities: 8, actions: 16 },
      proved: { sales: 10, redemptions: 5, webhooks: 20 },
    };
    const text = report(result);
    expect(text).toMatch(/Q1 sales a second +≥ 0.8× +0.42× +0.40 – 0.45 +5 \/s +5 \/s +SHORT/);
    expect(text).toContain('1 of 1 goals are not reached.');
    expect(text).toMatch(/worker +90.3 +0/);
    expect(text).not.toMatch(/^simulator/m);
    expect(text).toContain('2 cores (a processor)');
  });
});
