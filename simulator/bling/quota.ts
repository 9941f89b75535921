/** How many requests of one account are admitted, over all endpoints and apps. */
export interface QuotaLimits {
  readonly perSecond: number;
  readonly perDay: number;
}

/** Bling's own. */
export const blingLimits: QuotaLimits = { perSecond: 3, perDay: 120_000 };

const second = 1000;

/**
 * The quota of one company: at most so many admitted requests in any span of one second, and in a day.
 * Constant work per request: a ring of the last admitted instants.
 */
export class Quota {
  private readonly admitted: number[];
  private next = 0;
  private day = NaN;
  private usedToday = 0;

  constructor(private readonly limits: QuotaLimits = blingLimits) {
    this.admitted = new Array<number>(limits.perSecond).fill(-Infinity);
  }

  /**
   * Counts a request in, or names the limit it is over.
   * @param now milliseconds of a clock that only goes forward
   * @param day the number of the current day, any origin
   */
  admit(now: number, day: number): 'admitted' | 'second' | 'day' {
    if (day !== this.day) {
      this.day = day;
      this.usedToday = 0;
    }
    if (this.usedToday >= this.limits.perDay) return 'day';
    if ((this.admitted[this.next] ?? -Infinity) > now - second) return 'second';
    this.admitted[this.next] = now;
    this.next = (this.next + 1) % this.limits.perSecond;
    this.usedToday += 1;
    return 'admitted';
  }
}
