import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { GUARD_SCRIPT } from './guard';

/** An open file for both outputs, an open file for standard error alone, or a function that hears every line. */
export type ChildOutput =
  { readonly fd: number } | { readonly errorFd: number } | { readonly onLine: (line: string) => void };

/** What to run, and who hears what it prints. */
export interface ChildSpec {
  readonly command: string;
  readonly args: readonly string[];
  /** Default: the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Where standard output and standard error go; default: nowhere. */
  readonly output?: ChildOutput;
  /** How long the child may take to stop by itself once the parent is gone. Default 10 000. */
  readonly graceMs?: number;
}

/** How a child ended: exactly one of the two is set, or `error` when it could not be started at all. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly error?: Error;
}

/** How a child ended, in words: "killed by SIGKILL", "code 1". */
export function describeExit({ code, signal, error }: Exit): string {
  return error?.message ?? (signal ? `killed by ${signal}` : `code ${code}`);
}

/** A running child that dies with this process. */
export interface Supervised {
  readonly pid: number;
  /** Settles when the child has ended; never rejects. */
  readonly exited: Promise<Exit>;
  /** The exit when the child has already ended. */
  readonly ended: () => Exit | undefined;
  /**
   * Asks the child to stop (SIGTERM), kills it and all it started after `graceMs` (default 10 000), and
   * settles when it is gone. Safe to call more than once.
   */
  stop(graceMs?: number): Promise<void>;
}

const DEFAULT_GRACE_MS = 10_000;

/** Starts a child that cannot outlive this process; see {@link GUARD_SCRIPT}. */
export function supervise(spec: ChildSpec): Supervised {
  const child = spawn('/bin/sh', ['-c', GUARD_SCRIPT, 'guard', spec.command, ...spec.args], {
    cwd: spec.cwd,
    env: {
      ...(spec.env ?? process.env),
      RETORNO_GUARD_GRACE: String(Math.ceil((spec.graceMs ?? DEFAULT_GRACE_MS) / 1000)),
    },
    stdio: ['pipe', ...outputTargets(spec.output)],
    detached: true,
  });
  // Writing never happens, but a pipe that breaks while the child dies must not end this process.
  child.stdin?.on('error', () => undefined);
  if (spec.output && 'onLine' in spec.output) {
    listen(child.stdout, spec.output.onLine);
    listen(child.stderr, spec.output.onLine);
  }
  return follow(child);
}

function outputTargets(
  output: ChildOutput | undefined,
): ['ignore' | 'pipe' | number, 'ignore' | 'pipe' | number] {
  if (!output) return ['ignore', 'ignore'];
  if ('onLine' in output) return ['pipe', 'pipe'];
  return 'fd' in output ? [output.fd, output.fd] : ['ignore', output.errorFd];
}

function listen(stream: Readable | null, onLine: (line: string) => void): void {
  if (stream) createInterface({ input: stream }).on('line', onLine);
}

function follow(child: ChildProcess): Supervised {
  let ended: Exit | undefined;
  const exited = new Promise<Exit>((resolve) => {
    const finish = (exit: Exit): void => {
      ended ??= exit;
      // The group goes too: what the child had started, and the guard's watcher.
      signalGroup(child.pid, 'SIGKILL');
      child.stdin?.destroy();
      resolve(ended);
    };
    child.once('error', (error) => finish({ code: null, signal: null, error }));
    child.once('close', (code, signal) => finish({ code, signal }));
    // 'close' waits for the output pipes, which a grandchild may hold open: without the group they end.
    child.once('exit', () => signalGroup(child.pid, 'SIGKILL'));
  });
  const stop = async (graceMs = DEFAULT_GRACE_MS): Promise<void> => {
    if (!ended && child.exitCode === null) child.kill('SIGTERM');
    const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graceMs);
    await exited;
    clearTimeout(timer);
  };
  return { pid: child.pid ?? -1, exited, ended: () => ended, stop };
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // No such group: everything in it has already ended.
  }
}
