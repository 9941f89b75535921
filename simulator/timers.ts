/** Things to do later that can all be called off at once. */
export class Timers {
  private readonly waiting = new Set<NodeJS.Timeout>();

  /** Does something after so many milliseconds. */
  after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.waiting.delete(timer);
      act();
    }, ms);
    this.waiting.add(timer);
  }

  /** Calls off everything that has not happened yet. */
  clear(): void {
    for (const timer of this.waiting) clearTimeout(timer);
    this.waiting.clear();
  }
}
