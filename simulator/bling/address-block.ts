import type { AddressLimits } from './quota';

const second = 1_000;
const minute = 60 * second;

/** What was seen of the address. */
export interface AddressCounts {
  /** The highest number of requests in any span of ten seconds, those during a block included. */
  highestPerTenSeconds: number;
  /** How often it was blocked. */
  blocks: number;
}

/** The instants of the last so many events; constant work for each. */
class Recent {
  private instants: number[] = [];
  private oldest = 0;

  constructor(private readonly spanMs: number) {}

  /** Answers how many there were in the span that ends with this one. */
  add(now: number): number {
    this.instants.push(now);
    while ((this.instants[this.oldest] as number) <= now - this.spanMs) this.oldest += 1;
    if (this.oldest > 4096) {
      this.instants = this.instants.slice(this.oldest);
      this.oldest = 0;
    }
    return this.instants.length - this.oldest;
  }
}

/**
 * What Bling does with an address that asks too much: it is shown a page for ten minutes after too many requests or errors in ten seconds,
 * and for an hour after too many requests for tokens in a minute. Here all requests come from one address.
 */
export class AddressBlock {
  private readonly requests = new Recent(10 * second);
  private readonly errors = new Recent(10 * second);
  private readonly tokens = new Recent(minute);
  private blockedUntil = -Infinity;
  private highest = 0;
  private blocks = 0;

  constructor(private readonly limits: AddressLimits | undefined) {}

  /** Counts a request in; false: the address is blocked. `now`: milliseconds of a clock that only goes forward. */
  admit(now: number): boolean {
    const count = this.requests.add(now);
    this.highest = Math.max(this.highest, count);
    if (this.limits && count > this.limits.requests) this.block(now, 10 * minute);
    return !this.isBlocked(now);
  }

  /** The same for the token endpoint, which counts in its own way as well. */
  admitForToken(now: number): boolean {
    const count = this.tokens.add(now);
    if (this.limits && count > this.limits.tokens) this.block(now, 60 * minute);
    return this.admit(now);
  }

  /** Counts an answer that was an error. */
  erred(now: number): void {
    if (this.limits && this.errors.add(now) > this.limits.errors) this.block(now, 10 * minute);
  }

  /** What was seen so far. */
  counts(): AddressCounts {
    return { highestPerTenSeconds: this.highest, blocks: this.blocks };
  }

  private isBlocked(now: number): boolean {
    return now < this.blockedUntil;
  }

  private block(now: number, ms: number): void {
    if (!this.isBlocked(now)) this.blocks += 1;
    this.blockedUntil = Math.max(this.blockedUntil, now + ms);
  }
}
