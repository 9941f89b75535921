import { describe, expect, it } from '@jest/globals';
import { ClockSkewError, requireRightClock } from '../../../src/store';
import { createClock } from '../../../src/store/clock';

const NOON = Date.UTC(2026, 2, 10, 15);
const YEAR = 365 * 86_400_000;

describe('the clock that decides', () => {
  it('is the database’s, whatever the process’s own clock says, and tells how far that is off', async () => {
    let own = NOON + YEAR;
    const clock = createClock(
      () => Promise.resolve(NOON),
      () => own,
    );
    expect(clock.estimate()).toBe(NOON + YEAR);
    const { now, skewMs } = await clock.read();
    expect(now - NOON).toBeGreaterThanOrEqual(0);
    expect(now - NOON).toBeLessThan(60_000);
    expect(skewMs).toBe(own - now);
    own = NOON - YEAR;
    expect(clock.estimate()).toBeGreaterThanOrEqual(now);
    expect((await clock.read()).skewMs).toBeLessThan(0);
  });

  it('asks the database once for many readings', async () => {
    let asked = 0;
    const serverTime = (): Promise<number> => Promise.resolve(NOON + (asked += 1));
    const clock = createClock(serverTime, () => NOON);
    await clock.read();
    await clock.read();
    expect(asked).toBe(1);
  });

  it('is an outage where the database does not answer', async () => {
    const clock = createClock(
      () => Promise.reject(new Error('away')),
      () => NOON,
    );
    await expect(clock.read()).rejects.toThrow('away');
  });
});

describe('a clock that is wrong', () => {
  it.each([0, 60_000, -60_000])('is not one that is off by %d ms', (skewMs) => {
    expect(() => requireRightClock('process', { now: NOON, skewMs })).not.toThrow();
  });

  it.each([60_001, -60_001, YEAR])('is one that is off by %d ms', (skewMs) => {
    expect(() => requireRightClock('process', { now: NOON, skewMs })).toThrow(ClockSkewError);
  });
});
