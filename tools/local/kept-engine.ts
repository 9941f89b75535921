import type { RunningEngine } from '../engines';
import { describeExit, RetornoToolError } from '../processes';
import type { Exit } from '../processes';
import type { Alert } from './child-log';
import { RestartPace } from './restart-pace';

/** After this many starts in a row that failed, another one does not help: a full disk, damaged data. */
const FAILED_STARTS = 4;

/** An engine, and how to bring it up: the first time and whenever it has ended by itself. */
export interface KeptEngineSpec<T extends RunningEngine> {
  /** As shown to a person, at the beginning of a sentence: "MongoDB". */
  readonly name: string;
  readonly logFile: string;
  /** Brings it up on the same ports and data; the signal aborts when it is no longer wanted. */
  readonly start: (signal: AbortSignal) => Promise<T>;
  readonly alert: Alert;
  /** Hears that it does not come back. */
  readonly onLost: (error: EngineLostError) => void;
}

/** An engine of ours has ended and does not come up again. */
export class EngineLostError extends RetornoToolError {
  constructor(name: string, logFile: string, cause: unknown) {
    super(
      'engine_lost',
      `${name} ended by itself and did not come up again in ${FAILED_STARTS} attempts, so everything is being stopped; ` +
        `the data stays. Its log says why: ${logFile}. Correct the cause and start again.\n` +
        `The last attempt: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

/** An engine that is started again, on its own data, when it ends by itself. */
export class KeptEngine<T extends RunningEngine> {
  private readonly pace = new RestartPace();
  private readonly unwanted = new AbortController();
  private readonly done: Promise<void>;

  private constructor(
    private readonly spec: KeptEngineSpec<T>,
    private engine: T,
  ) {
    this.done = this.keep();
  }

  /**
   * Brings it up for the first time.
   *
   * @throws {EngineNotStartedError} when it does not come up at all
   */
  static async start<T extends RunningEngine>(
    spec: KeptEngineSpec<T>,
  ): Promise<{ engine: T; kept: KeptEngine<T> }> {
    const engine = await spec.start(new AbortController().signal);
    return { engine, kept: new KeptEngine(spec, engine) };
  }

  /** Stops it for good, also between its end and the next start. */
  async stop(): Promise<void> {
    this.unwanted.abort(new Error('it is no longer wanted'));
    this.pace.interrupt();
    await this.engine.stop();
    await this.done;
  }

  private async keep(): Promise<void> {
    for (;;) {
      const startedAt = Date.now();
      const exit = await this.engine.exited;
      if (this.stopping) return;
      const pauseMs = this.pace.after(Date.now() - startedAt);
      this.spec.alert(lossNotice(this.spec, exit, pauseMs));
      await this.pace.pause(pauseMs);
      const again = await this.bringBack();
      if (!again) return;
      this.engine = again;
      if (this.stopping) return void (await again.stop());
      this.spec.alert(`${this.spec.name} is up again.`);
    }
  }

  /** Tries until it is up; null when it was given up or is no longer wanted. */
  private async bringBack(): Promise<T | null> {
    for (let attempt = 1; !this.stopping; attempt += 1) {
      try {
        return await this.spec.start(this.unwanted.signal);
      } catch (error) {
        if (this.stopping) return null;
        if (attempt === FAILED_STARTS) {
          this.spec.onLost(new EngineLostError(this.spec.name, this.spec.logFile, error));
          return null;
        }
        const pauseMs = this.pace.after(0);
        this.spec.alert(`${messageOf(error)}\nIt is tried again in ${pauseMs / 1000} s.`);
        await this.pace.pause(pauseMs);
      }
    }
    return null;
  }

  private get stopping(): boolean {
    return this.unwanted.signal.aborted;
  }
}

function lossNotice(
  { name, logFile }: { name: string; logFile: string },
  exit: Exit,
  pauseMs: number,
): string {
  return (
    `${name} ended by itself (${describeExit(exit)}); it is started again in ${pauseMs / 1000} s, on the same data. ` +
    `What was under way goes on afterwards. Its log is ${logFile}.`
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
