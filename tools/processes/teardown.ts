/** What has to be stopped or removed at the end, in the reverse of the order in which it was begun. */
export class Teardown {
  private readonly tasks: { readonly name: string; readonly run: () => Promise<void> }[] = [];
  private running: Promise<void> | undefined;

  /** Adds a task. One that is added while the teardown runs, or after it, is carried out at once. */
  add(name: string, run: () => Promise<void>): void {
    this.tasks.push({ name, run });
    if (this.running) this.running = this.running.then(() => this.drain());
  }

  /** Carries all tasks out, one after the other; a task that fails does not keep the others from running. */
  run(): Promise<void> {
    this.running ??= this.drain();
    return this.running;
  }

  private async drain(): Promise<void> {
    for (let task = this.tasks.pop(); task; task = this.tasks.pop()) {
      try {
        await task.run();
      } catch (error) {
        console.error(`Stopping ${task.name} failed:`, error instanceof Error ? error.message : error);
      }
    }
  }
}
