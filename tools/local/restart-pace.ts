const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** What ran this long before it ended starts with the shortest pause again. */
const HEALTHY_AFTER_MS = 60_000;

/** How long to wait before what has ended is started again: ever longer while it keeps ending. */
export class RestartPace {
  private nextMs = FIRST_PAUSE_MS;
  private wake: (() => void) | undefined;

  /** Gives the pause after a run of `ranMs`, in milliseconds. */
  after(ranMs: number): number {
    if (ranMs > HEALTHY_AFTER_MS) this.nextMs = FIRST_PAUSE_MS;
    const pauseMs = this.nextMs;
    this.nextMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    return pauseMs;
  }

  /** Waits; settles early when it is interrupted. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Ends the pause that is on, if any. */
  interrupt(): void {
    this.wake?.();
  }
}
