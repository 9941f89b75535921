/** Faults waiting to happen, the oldest first; each strikes `times` times (default 1). */
export class FaultQueue<F extends { times?: number }> {
  private waiting: (F & { times: number })[] = [];

  /** Adds a fault behind those already waiting. */
  inject(fault: F): void {
    this.waiting.push({ ...fault, times: fault.times ?? 1 });
  }

  /** Takes back the faults that match; all of them by default. */
  clear(matches: (fault: F) => boolean = () => true): void {
    this.waiting = this.waiting.filter((fault) => !matches(fault));
  }

  /** What is still to happen. */
  list(): readonly F[] {
    return this.waiting;
  }

  /** The first fault that matches, if any; it counts as having happened once. */
  take(matches: (fault: F) => boolean): F | undefined {
    const fault = this.waiting.find(matches);
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.waiting = this.waiting.filter((one) => one !== fault);
    return fault;
  }
}
