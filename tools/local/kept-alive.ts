import { describeExit, RetornoToolError, supervise } from '../processes';
import type { Exit, Supervised } from '../processes';
import type { Alert, ChildLog } from './child-log';
import { RestartPace } from './restart-pace';

/** The exit code of a process whose settings are wrong (EX_CONFIG of sysexits.h): a restart cannot help. */
export const SETTINGS_EXIT_CODE = 78;

/** A process of the product, and how to know from its output that it is ready. */
export interface KeptAliveSpec {
  /** As shown to a person: "worker". */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly log: ChildLog;
  readonly alert: Alert;
  /** Hears every JSON line. */
  readonly onEntry?: (entry: Record<string, unknown>) => void;
}

/** The process says that its settings are wrong. */
export class SettingsRefusedError extends RetornoToolError {
  constructor(name: string, lines: readonly string[]) {
    super('settings_refused', [`The ${name} refuses its settings:`, ...lines].join('\n'));
  }
}

/** A child process that is started again when it crashes, ever more slowly while it keeps crashing. */
export class KeptAlive {
  private child: Supervised | undefined;
  private stopping = false;
  private readonly pace = new RestartPace();
  private readonly done: Promise<void>;

  constructor(private readonly spec: KeptAliveSpec) {
    this.done = this.run();
  }

  /** Rejects with {@link SettingsRefusedError}; settles when the process was stopped on purpose. */
  get ended(): Promise<void> {
    return this.done;
  }

  /** Stops it for good. */
  async stop(graceMs?: number): Promise<void> {
    this.stopping = true;
    this.pace.interrupt();
    await this.child?.stop(graceMs);
    await this.done.catch(() => undefined);
    await this.spec.log.close();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const startedAt = Date.now();
      this.child = this.launch();
      const exit = await this.child.exited;
      if (this.stopping) return;
      const words = this.spec.log.takeRecentText();
      if (exit.code === SETTINGS_EXIT_CODE) throw new SettingsRefusedError(this.spec.name, words);
      const pauseMs = this.pace.after(Date.now() - startedAt);
      this.spec.alert(crashNotice(this.spec, exit, pauseMs, words));
      await this.pace.pause(pauseMs);
    }
  }

  private launch(): Supervised {
    const { log, onEntry } = this.spec;
    return supervise({
      ...this.spec,
      output: {
        onLine: (line) => {
          const entry = log.take(line);
          if (entry) onEntry?.(entry);
        },
      },
    });
  }
}

function crashNotice(spec: KeptAliveSpec, exit: Exit, pauseMs: number, words: readonly string[]): string {
  return [
    `The ${spec.name} ended (${describeExit(exit)}); it is started again in ${pauseMs / 1000} s. Its log is ${spec.log.path}.`,
    ...words.map((line) => `  ${line}`),
  ].join('\n');
}
