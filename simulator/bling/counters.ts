/** What one company was asked. */
export interface RequestCounts {
  /** All requests, the refused ones included. */
  total: number;
  /** By route, e.g. `GET /pedidos/vendas/{id}`. */
  byRoute: Record<string, number>;
  /** How many were answered 429 by the quota or by a fault. */
  refused429: number;
  /** The highest number of requests seen in any span of one second, the refused ones included. */
  highestPerSecond: number;
}

/** Counts the requests of one company; constant work per request. */
export class RequestCounter {
  private readonly byRoute = new Map<string, number>();
  private total = 0;
  private refused429 = 0;
  private highestPerSecond = 0;
  private instants: number[] = [];
  private oldest = 0;

  /** Counts one request at `now`, milliseconds of a clock that only goes forward. */
  saw(route: string, now: number): void {
    this.total += 1;
    this.byRoute.set(route, (this.byRoute.get(route) ?? 0) + 1);
    this.instants.push(now);
    while ((this.instants[this.oldest] as number) <= now - 1000) this.oldest += 1;
    this.highestPerSecond = Math.max(this.highestPerSecond, this.instants.length - this.oldest);
    if (this.oldest > 1024) {
      this.instants = this.instants.slice(this.oldest);
      this.oldest = 0;
    }
  }

  /** Counts one answer 429. */
  refused(): void {
    this.refused429 += 1;
  }

  /** The counts so far. */
  counts(): RequestCounts {
    return {
      total: this.total,
      byRoute: Object.fromEntries(this.byRoute),
      refused429: this.refused429,
      highestPerSecond: this.highestPerSecond,
    };
  }

  /** Starts again at zero. */
  reset(): void {
    this.byRoute.clear();
    this.total = 0;
    this.refused429 = 0;
    this.highestPerSecond = 0;
  }
}
