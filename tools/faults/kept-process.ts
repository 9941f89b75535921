import { setTimeout as pause } from 'node:timers/promises';
import { Teardown } from '../processes';
import type { Exit } from '../processes';

/** A process that works. */
export interface Life {
  readonly pid: number;
  readonly exited: Promise<Exit>;
}

/** What one life of a process is begun with. */
export interface Birth {
  /** Counts from 1: each has a log of its own. */
  readonly number: number;
  readonly teardown: Teardown;
  readonly signal: AbortSignal;
}

/** A process, and how to bring it up on the same ports, settings and data each time. */
export interface KeptSpec {
  readonly name: string;
  readonly start: (birth: Birth) => Promise<Life>;
  readonly signal: AbortSignal;
}

/** After an end that nobody wished, and between two starts that failed: as whoever runs it in production would wait. */
const AGAIN_MS = 500;

/** A process that is killed on purpose, and started again whenever it has ended. */
export class KeptProcess {
  /** How often it was killed, how often it ended by itself, and how often it could not be started. */
  readonly ends = { killed: 0, alone: 0, failedStarts: 0 };
  private readonly unwanted = new AbortController();
  private readonly signal: AbortSignal;
  private teardown = new Teardown();
  private number = 0;
  private downMs: number | undefined;
  private done: Promise<void> = Promise.resolve();
  private life: Life | undefined;

  private constructor(private readonly spec: KeptSpec) {
    this.signal = AbortSignal.any([spec.signal, this.unwanted.signal]);
  }

  /** @throws when it does not come up the first time */
  static async start(spec: KeptSpec): Promise<KeptProcess> {
    const kept = new KeptProcess(spec);
    const first = await kept.begin();
    kept.life = first;
    kept.done = kept.keep(first);
    return kept;
  }

  get name(): string {
    return this.spec.name;
  }

  /** Whether it works, as far as it has said. */
  get isUp(): boolean {
    return this.life !== undefined;
  }

  /** Kills it with -9; it is started again after `downMs`. False: it is down already. */
  kill(downMs: number): boolean {
    if (!this.life) return false;
    const { pid } = this.life;
    this.life = undefined;
    this.downMs = downMs;
    this.ends.killed += 1;
    process.kill(pid, 'SIGKILL');
    return true;
  }

  /** Stops it for good. */
  async stop(): Promise<void> {
    this.unwanted.abort();
    await this.teardown.run();
    await this.done;
  }

  private begin(): Promise<Life> {
    this.number += 1;
    this.teardown = new Teardown();
    return this.spec.start({ number: this.number, teardown: this.teardown, signal: this.signal });
  }

  private async keep(first: Life): Promise<void> {
    for (let life: Life | undefined = first; life; life = await this.bringBack()) {
      this.life = life;
      await life.exited;
      if (this.signal.aborted) return;
      if (this.downMs === undefined) this.ends.alone += 1;
      this.life = undefined;
      await this.wait(this.downMs ?? AGAIN_MS);
      this.downMs = undefined;
    }
  }

  private async bringBack(): Promise<Life | undefined> {
    while (!this.signal.aborted) {
      try {
        return await this.begin();
      } catch {
        // It needs an engine that is down as well, and says so in its log.
        this.ends.failedStarts += 1;
        await this.teardown.run();
        await this.wait(AGAIN_MS);
      }
    }
    return undefined;
  }

  private async wait(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.signal }).catch(() => undefined);
  }
}
