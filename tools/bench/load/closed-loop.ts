import { setTimeout as pause } from 'node:timers/promises';
import { RetornoToolError } from '../../processes';

/** Work that is begun in one place and finished in others. */
export interface Flow {
  /** Begins one piece and gives its id. */
  start(): Promise<string>;
  /** Which of these are finished; asked again and again, so it must cost little. */
  finished(ids: readonly string[]): Promise<readonly string[]>;
}

/** Pieces of work that were begun and never finished: they are lost, or stuck. */
export class UnfinishedError extends RetornoToolError {
  constructor(readonly ids: readonly string[]) {
    super(
      'unfinished',
      `${ids.length} pieces of work were begun and never finished, such as ${ids[0]}. The logs of the processes say more.`,
    );
  }
}

/** Runs exactly so many pieces of work, from the first to the last. @throws {UnfinishedError} */
export async function runAll(
  flow: Flow,
  total: number,
  { concurrency, signal }: { concurrency: number; signal: AbortSignal },
): Promise<void> {
  await new ClosedLoop(flow, { concurrency, signal, total }).runUpTo(total);
}

const LOOK_EVERY_MS = 50;
/** Nothing finished for this long, although something is in flight. */
const STUCK_MS = 60_000;

/** How a loop runs. */
export interface LoopSpec {
  readonly concurrency: number;
  readonly signal: AbortSignal;
  /** Begins no more than so many; absent: no end by itself. */
  readonly total?: number;
}

/** Keeps so many pieces of work in flight: as soon as one is finished, the next is begun. */
export class ClosedLoop {
  /** How many were finished so far. */
  completed = 0;
  private readonly pending = new Set<string>();
  private begun = 0;
  private starting = 0;
  private failure: Error | undefined;
  private stopped = false;
  private aliveAt = Date.now();

  constructor(
    private readonly flow: Flow,
    private readonly spec: LoopSpec,
  ) {}

  /** Runs until so many are finished. @throws {UnfinishedError} */
  async runUpTo(count: number): Promise<void> {
    await this.runUntil(() => this.completed >= count);
  }

  /** Runs on for a time. @throws {UnfinishedError} */
  async runDuring(ms: number): Promise<void> {
    const end = performance.now() + ms;
    await this.runUntil(() => performance.now() >= end);
  }

  /** Begins no more and waits for what is in flight. @throws {UnfinishedError} */
  async drain(): Promise<void> {
    this.stopped = true;
    await this.runUntil(() => this.pending.size + this.starting === 0);
  }

  private async runUntil(isOver: () => boolean): Promise<void> {
    this.aliveAt = Date.now();
    while (!isOver()) {
      this.fill();
      await pause(LOOK_EVERY_MS, undefined, { signal: this.spec.signal });
      if (this.failure) throw this.failure;
      await this.collect();
    }
  }

  private fill(): void {
    const { concurrency, total = Infinity } = this.spec;
    while (!this.stopped && this.begun < total && this.pending.size + this.starting < concurrency) {
      this.begun += 1;
      this.starting += 1;
      this.flow
        .start()
        .then((id) => this.pending.add(id))
        .catch((error: unknown) => (this.failure ??= error as Error))
        .finally(() => (this.starting -= 1));
    }
  }

  private async collect(): Promise<void> {
    if (this.pending.size === 0) return;
    const finished = await this.flow.finished([...this.pending]);
    for (const id of finished) this.pending.delete(id);
    this.completed += finished.length;
    if (finished.length > 0) this.aliveAt = Date.now();
    if (Date.now() - this.aliveAt > STUCK_MS) throw new UnfinishedError([...this.pending]);
  }
}
