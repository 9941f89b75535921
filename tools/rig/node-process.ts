import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../local-settings';
import { RetornoToolError, supervise, waitUntil } from '../processes';
import type { Exit, Supervised, Teardown } from '../processes';

/** What every process of a run is started with. */
export interface Launch {
  /** Takes the logs; nobody's settings lie in it. */
  readonly folder: string;
  readonly teardown: Teardown;
  readonly signal: AbortSignal;
  /** The checkout whose compiled programs are started, if not this one. */
  readonly root?: string;
}

/** One of our compiled programs, as it runs in production: its output goes straight to a file. */
export interface NodeProcessSpec<T> extends Launch {
  /** As shown to a person: "worker". */
  readonly name: string;
  /** Below `dist`, such as `src/worker.js`. */
  readonly script: string;
  readonly nodeArgs?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** What the JSON line says with which it reports that it is ready; undefined for any other line. */
  readonly readyFrom: (entry: Record<string, unknown>) => T | undefined;
}

/** A process that has said that it is ready. */
export interface NodeProcess<T> {
  readonly pid: number;
  readonly logFile: string;
  readonly ready: T;
  /** Settles when it has ended, wanted or not. */
  readonly exited: Promise<Exit>;
}

/** The process ended where it should run. */
export class ProcessEndedError extends RetornoToolError {
  constructor(name: string, lastLines: readonly string[]) {
    super('process_ended', [`The ${name} ended by itself. Its last words:`, ...lastLines].join('\n'));
  }
}

const READY_WITHIN_MS = 60_000;
const STOP_GRACE_MS = 15_000;
const LAST_LINES = 10;

/**
 * Starts a program and waits until it is ready.
 *
 * @throws {ProcessEndedError} with its last words
 */
export async function startNode<T>(spec: NodeProcessSpec<T>): Promise<NodeProcess<T>> {
  const logFile = join(spec.folder, `${spec.name.replaceAll(' ', '-')}.log`);
  const child = launch(spec, logFile);
  spec.teardown.add(`the ${spec.name}`, () => child.stop(STOP_GRACE_MS));
  const ready = await waitUntil(
    async () => {
      const entries = await jsonLines(logFile);
      const said = entries.map(spec.readyFrom).find((value) => value !== undefined);
      if (said === undefined && child.ended()) throw await endedError(spec.name, logFile);
      return said;
    },
    {
      what: `The ${spec.name} is ready`,
      timeoutMs: READY_WITHIN_MS,
      everyMs: 50,
      signal: spec.signal,
      isNotYet: (error) => !(error instanceof ProcessEndedError),
    },
  );
  return { pid: child.pid, logFile, ready, exited: child.exited };
}

/** The JSON objects in a log, one a line; whatever else is in it is passed over. */
export async function jsonLines(logFile: string): Promise<Record<string, unknown>[]> {
  const lines = (await readFile(logFile, 'utf8')).split('\n').slice(0, -1);
  return lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function launch<T>(spec: NodeProcessSpec<T>, logFile: string): Supervised {
  const { script, nodeArgs = [], env, folder, root = PROJECT_ROOT } = spec;
  const log = openSync(logFile, 'a');
  try {
    return supervise({
      command: process.execPath,
      args: [...nodeArgs, join(root, 'dist', script)],
      env,
      // Not the project's folder: the programs would read the .env of whoever measures.
      cwd: folder,
      output: { fd: log },
    });
  } finally {
    closeSync(log);
  }
}

async function endedError(name: string, logFile: string): Promise<ProcessEndedError> {
  const text = await readFile(logFile, 'utf8');
  return new ProcessEndedError(name, text.trimEnd().split('\n').slice(-LAST_LINES));
}
