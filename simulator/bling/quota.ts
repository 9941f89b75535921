/** How many requests of one account are admitted, over all endpoints and apps. */
export interface QuotaLimits {
  readonly perSecond: number;
  readonly perDay: number;
  /** Of one address, over all accounts; absent: it is never blocked. */
  readonly address?: AddressLimits;
}

/** After how many an address is blocked. */
export interface AddressLimits {
  /** In ten seconds. */
  readonly requests: number;
  readonly errors: number;
  /** Requests of the token endpoint in sixty seconds. */
  readonly tokens: number;
}

/** Bling's own. */
export const blingLimits = {
  perSecond: 3,
  perDay: 120_000,
  address: { requests: 600, errors: 300, tokens: 20 },
} satisfies QuotaLimits;

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
