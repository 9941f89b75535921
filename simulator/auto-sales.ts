import { Timers } from './timers';
import { situationIds } from './world';
import type { Company } from './world';

const cancelledShare = 0.08;
const longestOpenMs = 1_500;
const greetingMs = 1_000;

/** Lets sales flow by themselves: made "Em aberto", completed a moment later, a few of them cancelled later still. */
export class AutoSales {
  private readonly timers = new Timers();
  private beat?: NodeJS.Timeout;
  private turn = 0;
  private pace?: number;
  private connected: Set<Company>;

  /** @param isConnected whether the app has access to the company of that index */
  constructor(
    private readonly companies: readonly Company[],
    private readonly isConnected: (companyIndex: number) => boolean,
  ) {
    this.connected = this.connectedNow();
  }

  /** The time from one sale to the next in milliseconds; undefined while no sales flow. */
  get everyMs(): number | undefined {
    return this.pace;
  }

  /** Starts with one sale at once, then one every `everyMs`, the companies taking turns; undefined stops the flow. */
  flow(everyMs: number | undefined): void {
    clearInterval(this.beat);
    this.pace = everyMs;
    if (everyMs === undefined) return;
    this.sellNext(everyMs);
    this.beat = setInterval(() => this.sellNext(everyMs), everyMs);
  }

  /**
   * If sales flow, lets every company sell something that has been connected since the last look. A moment later: the
   * app has to store its tokens and learn the company's id before it can know whose webhook it gets.
   */
  greetConnected(): void {
    const before = this.connected;
    this.connected = this.connectedNow();
    const everyMs = this.pace;
    if (everyMs === undefined) return;
    for (const company of this.connected) {
      if (!before.has(company)) this.timers.after(greetingMs, () => this.sell(company, everyMs));
    }
  }

  /** Stops everything. */
  close(): void {
    clearInterval(this.beat);
    this.timers.clear();
  }

  private sellNext(everyMs: number): void {
    const company = this.companies[this.turn % this.companies.length];
    this.turn += 1;
    if (company) this.sell(company, everyMs);
  }

  private connectedNow(): Set<Company> {
    return new Set(this.companies.filter(({ profile }) => this.isConnected(profile.index)));
  }

  private sell(company: Company, everyMs: number): void {
    const { id } = company.createOrder();
    const cancelled = company.random.chance(cancelledShare);
    const openMs = Math.min(longestOpenMs, everyMs / 2);
    this.timers.after(openMs, () => this.move(company, id, situationIds.open, situationIds.completed));
    if (cancelled) {
      this.timers.after(openMs + 4 * everyMs, () =>
        this.move(company, id, situationIds.completed, situationIds.cancelled),
      );
    }
  }

  /** A sale that somebody changed or deleted meanwhile is left alone. */
  private move(company: Company, orderId: number, from: number, to: number): void {
    if (company.orders.get(orderId)?.situationId === from) company.patchOrder(orderId, { situationId: to });
  }
}
