import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describeExit, isPortFree, RetornoToolError, supervise, waitUntil } from '../processes';
import type { Exit, Supervised } from '../processes';

/** An engine that is up, and goes down with this process. */
export interface RunningEngine {
  readonly pid: number;
  /** Settles when the engine has ended, wanted or not. */
  readonly exited: Promise<Exit>;
  /** Stops it cleanly, by force after a while. Safe to call more than once. */
  stop(): Promise<void>;
}

/** How to start an engine, and how to know that it is ready. */
export interface EngineSpec {
  /** As a person would say it: "the Temporal server". */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Ports it is going to listen on. */
  readonly ports: readonly number[];
  /** All its output goes here. */
  readonly logFile: string;
  /** Asked until it says yes; throwing means "not yet". */
  readonly isReady: () => Promise<boolean>;
  /** Aborts when it is no longer wanted: the start then fails soon. */
  readonly signal?: AbortSignal | undefined;
}

/** The engine ended before it was ready, or was not ready in time. */
export class EngineNotStartedError extends RetornoToolError {
  constructor(
    name: string,
    why: string,
    readonly logTail: readonly string[],
    logFile: string,
    cause?: unknown,
  ) {
    const log = logTail.length > 0 ? ['Its last words:', ...logTail.map((line) => `  ${line}`)] : [];
    super(
      'engine_not_started',
      [`${name} did not start: ${why}. The log is ${logFile}.`, ...log].join('\n'),
      {
        cause,
      },
    );
  }
}

const READY_WITHIN_MS = 90_000;
const STOP_GRACE_MS = 15_000;
const TAIL_LINES = 10;

/**
 * Starts an engine and waits until it is ready.
 *
 * @throws {EngineNotStartedError} with the end of its log; nothing is left running then
 */
export async function startEngine(spec: EngineSpec): Promise<RunningEngine> {
  await requireFree(spec);
  await mkdir(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a');
  const child = supervise({ ...spec, output: { fd: log }, graceMs: STOP_GRACE_MS });
  closeSync(log);
  try {
    await untilReady(spec, child);
  } catch (error) {
    await child.stop(STOP_GRACE_MS);
    const why = error instanceof Error ? error.message : String(error);
    throw new EngineNotStartedError(spec.name, why, await tail(spec.logFile), spec.logFile, error);
  }
  return { pid: child.pid, exited: child.exited, stop: () => child.stop(STOP_GRACE_MS) };
}

/** Another program that answers on the port would be taken for the engine being ready. */
async function requireFree({ name, ports, logFile }: EngineSpec): Promise<void> {
  for (const port of ports) {
    if (!(await isPortFree(port)))
      throw new EngineNotStartedError(name, `port ${port} is taken by another program`, [], logFile);
  }
}

async function untilReady(spec: EngineSpec, child: Supervised): Promise<void> {
  const gone = new AbortController();
  void child.exited.then((exit) => gone.abort(new Error(`it ended at once (${describeExit(exit)})`)));
  await waitUntil(spec.isReady, {
    what: `${spec.name} is ready`,
    timeoutMs: READY_WITHIN_MS,
    everyMs: 50,
    signal: spec.signal ? AbortSignal.any([gone.signal, spec.signal]) : gone.signal,
  });
}

async function tail(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-TAIL_LINES).filter(Boolean);
}
