import { RetornoToolError } from './tool-error';
import { supervise } from './supervised';

/** A command that has to end by itself. */
export interface CommandSpec {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Hears every line of output as it comes. */
  readonly onLine?: (line: string) => void;
  /** Stops the command when this aborts. */
  readonly signal?: AbortSignal;
}

/** The command could not be started, was stopped, or ended with another code than 0. */
export class CommandFailedError extends RetornoToolError {
  constructor(
    readonly commandLine: string,
    readonly reason: string,
    /** The last lines of output, which usually say why. */
    readonly lastLines: readonly string[],
  ) {
    super('command_failed', [`\`${commandLine}\` ${reason}.`, ...lastLines].join('\n'));
  }
}

const KEPT_LINES = 15;

/**
 * Runs a command to its end and gives its output.
 *
 * @throws {CommandFailedError} with the last lines of output
 */
export async function runCommand(spec: CommandSpec): Promise<string> {
  const lines: string[] = [];
  const child = supervise({
    ...spec,
    output: {
      onLine: (line) => {
        lines.push(line);
        spec.onLine?.(line);
      },
    },
  });
  const abort = (): void => void child.stop(2_000);
  spec.signal?.addEventListener('abort', abort);
  const exit = await child.exited;
  spec.signal?.removeEventListener('abort', abort);
  if (exit.code === 0) return lines.join('\n');
  const reason = spec.signal?.aborted
    ? `was stopped: ${String(spec.signal.reason)}`
    : exit.error
      ? `could not be started: ${exit.error.message}`
      : exit.signal
        ? `was killed by ${exit.signal}`
        : `ended with code ${exit.code}`;
  throw new CommandFailedError([spec.command, ...spec.args].join(' '), reason, lines.slice(-KEPT_LINES));
}
