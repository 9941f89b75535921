import { performance } from 'node:perf_hooks';
import type { Instant } from '../../loyalty';

/** How far a process's own clock may be from MongoDB's before what it does with value is refused. */
export const ALLOWED_SKEW_MS = 60_000;

/** How long a reading of MongoDB's clock is carried on by this process's monotonic one. */
const CARRIED_ON_MS = 5_000;

/** What time it is by MongoDB, and how far this process's own clock is ahead of it (or behind, below zero). Milliseconds. */
export interface ClockReading {
  now: Instant;
  skewMs: number;
}

/**
 * The time that decides about value: MongoDB's, which all processes share. A process's own clock, which may be wrong by years,
 * decides nothing.
 */
export interface Clock {
  read(): Promise<ClockReading>;
  /** The time by the last reading, carried on; by the process's own clock before the first. */
  estimate(): Instant;
}

/** The clock of MongoDB differs from another by more than `ALLOWED_SKEW_MS`: nothing is done until that is put right. */
export class ClockSkewError extends Error {
  override readonly name = 'ClockSkewError';

  /** @param whose the clock that differs; `skewMs`: by how much it is ahead */
  constructor(
    readonly whose: 'process' | 'temporal',
    readonly reading: ClockReading,
  ) {
    const { skewMs } = reading;
    const what = whose === 'process' ? 'The clock of this process' : 'The clock of Temporal';
    super(
      `${what} is ${skewMs > 0 ? 'ahead of' : 'behind'} MongoDB’s by ${Math.abs(skewMs)} ms: nothing is done.`,
    );
  }
}

/** @throws ClockSkewError where the reading is further off than is allowed */
export function requireRightClock(whose: ClockSkewError['whose'], reading: ClockReading): void {
  if (Math.abs(reading.skewMs) > ALLOWED_SKEW_MS) throw new ClockSkewError(whose, reading);
}

/**
 * @param serverTime what time it is by MongoDB
 * @param own the process's own clock, which is only compared
 */
export function createClock(serverTime: () => Promise<Instant>, own: () => Instant): Clock {
  let last: { at: Instant; mark: number } | null = null;
  const carriedOn = ({ at, mark }: { at: Instant; mark: number }): Instant =>
    Math.floor(at + performance.now() - mark);

  return {
    async read() {
      if (last === null || performance.now() - last.mark > CARRIED_ON_MS) {
        const at = await serverTime();
        // The answer has taken its way: a reading is later than the truth at no time.
        last = { at, mark: performance.now() };
      }
      const now = carriedOn(last);
      return { now, skewMs: own() - now };
    },
    estimate: () => (last === null ? own() : carriedOn(last)),
  };
}
