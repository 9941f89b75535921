import { describe, expect, it } from '@jest/globals';
import { runPlainly, spokenDuration } from '../../../tools/progress';
import { elapsedAgainst } from '../../../tools/progress/elapsed';
import { StepState } from '../../../tools/progress/reporter';

describe('durations as a person says them', () => {
  it.each([
    [0, '0 s'],
    [8_400, '8 s'],
    [59_600, '1 min'],
    [160_000, '2 min 40 s'],
    [360_000, '6 min'],
  ])('%i ms is %s', (ms, text) => expect(spokenDuration(ms)).toBe(text));

  it('are set against the usual time when it is known', () => {
    expect(elapsedAgainst(45_000, 160_000)).toBe('45 s of about 2 min 40 s');
    expect(elapsedAgainst(45_000, undefined)).toBe('45 s');
  });
});

describe('the state of a long step', () => {
  it('starts its clock and its last line anew with each way that is tried', () => {
    let now = 1_000;
    const state = new StepState(() => now);
    state.trying('downloading', 30_000);
    state.line('3 MB');
    now += 5_000;
    state.trying('building');
    now += 2_000;
    expect([state.tryingMs(), state.totalMs(), state.lastLine, state.usualMs]).toEqual([
      2_000,
      7_000,
      '',
      undefined,
    ]);
  });

  it('shows a line of output without colours and cursor movements, and not wider than a terminal', () => {
    const state = new StepState(() => 0);
    state.line('\u001b[32m   Compiling\u001b[0m serde\tv1\r');
    expect(state.lastLine).toBe('Compiling serde v1');
    state.line('x'.repeat(500));
    expect(state.lastLine).toHaveLength(100);
  });
});

describe('progress where nobody watches', () => {
  it('is a line now and then while a step runs, and one at its end', async () => {
    const printed: string[] = [];
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const print = (line: string): void => {
      printed.push(line);
      if (printed.length === 2) finish();
    };
    await runPlainly(
      [
        {
          title: 'Temporal',
          run: async (report) => {
            report.trying('building', 180_000);
            report.line('go: downloading');
            await finished;
            return 'built';
          },
        },
      ],
      { print, everyMs: 5 },
    );
    expect(printed[0]).toMatch(/^Temporal: building, \d+ s of about 3 min · go: downloading$/);
    expect(printed.at(-1)).toMatch(/^Temporal: built \(\d+ s\)$/);
  });

  it('lets the other steps end before it gives the error of one', async () => {
    const printed: string[] = [];
    const running = runPlainly(
      [
        { title: 'MongoDB', run: () => Promise.reject(new Error('no compiler')) },
        { title: 'Temporal', run: () => Promise.resolve('there') },
      ],
      { print: (line) => printed.push(line), everyMs: 60_000 },
    );
    await expect(running).rejects.toThrow('no compiler');
    expect(printed.sort()).toEqual(['MongoDB: failed after 0 s', 'Temporal: there (0 s)']);
  });
});
