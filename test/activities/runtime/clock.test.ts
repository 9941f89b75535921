import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { ClockInterceptor, currentInstant } from '../../../src/activities/runtime';
import type { Store } from '../../../src/store';
import { createLogger } from '../../../src/log';

const MONGO = Date.UTC(2026, 10, 3, 15);
const YEAR = 365 * 86_400_000;

interface Look {
  /** When Temporal handed the step out. */
  scheduled?: number;
  /** How far the process's own clock is off. */
  skewMs?: number;
}

/** A step that tells what time it takes it to be. */
async function step({ scheduled = MONGO, skewMs = 0 }: Look) {
  const raised: object[] = [];
  const alerts: Pick<Store['alerts'], 'raise' | 'resolve'> = {
    raise: (about, { facts }) => {
      raised.push({ ...about, facts });
      return Promise.resolve({ id: 'alt_1', raised: true });
    },
    resolve: () => Promise.resolve(false),
  };
  const reading = { now: MONGO, skewMs };
  const interceptor = new ClockInterceptor({
    clock: { read: () => Promise.resolve(reading) },
    store: { alerts: alerts as Store['alerts'] },
    log: createLogger('silent'),
  });
  const activity = new MockActivityEnvironment({ currentAttemptScheduledTimestampMs: scheduled });
  const done: Promise<unknown> = activity.run(() =>
    interceptor.execute({ args: [{ merchantId: 'mer_1' }], headers: {} }, () =>
      Promise.resolve(currentInstant()),
    ),
  );
  return { at: await done.catch((error: Error) => error.name), raised };
}

describe('a step', () => {
  it('goes by MongoDB’s time', async () => {
    const { at, raised } = await step({ skewMs: 59_000 });
    expect(Number(at) - MONGO).toBeGreaterThanOrEqual(0);
    expect(Number(at) - MONGO).toBeLessThan(10_000);
    expect(raised).toEqual([]);
  });

  it('never acts before the instant at which Temporal woke it', async () => {
    expect((await step({ scheduled: MONGO + 30_000 })).at).toBe(MONGO + 30_000);
  });

  it('that is done late goes by what time it is then', async () => {
    expect(Number((await step({ scheduled: MONGO - YEAR })).at)).toBeGreaterThanOrEqual(MONGO);
  });

  it.each<[string, Look, object]>([
    ['Temporal’s', { scheduled: MONGO + 61_000 }, { clock: 'temporal', skewMs: 61_000 }],
    ['Temporal’s, by a year', { scheduled: MONGO + YEAR }, { clock: 'temporal', skewMs: YEAR }],
    ['the process’s', { skewMs: YEAR }, { clock: 'process', skewMs: YEAR }],
    ['the process’s, behind', { skewMs: -61_000 }, { clock: 'process', skewMs: -61_000 }],
  ])('is not begun where a clock is wrong, and the merchant is told: %s', async (_whose, look, facts) => {
    expect(await step(look)).toEqual({
      at: 'ClockSkewError',
      raised: [{ merchantId: 'mer_1', kind: 'clock_skew', subject: 'clock', facts }],
    });
  });
});
