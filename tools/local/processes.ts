import { join } from 'node:path';
import { PROJECT_ROOT } from '../local-settings';
import { RetornoToolError } from '../processes';
import type { Teardown } from '../processes';
import type { ApiClient } from './api-client';
import { ChildLog } from './child-log';
import type { Alert } from './child-log';
import type { DataDir } from './data-dir';
import { KeptAlive } from './kept-alive';
import { simulatorAddresses } from './product-env';
import type { SimulatorAddresses } from './product-env';

/** What the processes of this start share. */
export interface ProcessContext {
  readonly dataDir: DataDir;
  readonly teardown: Teardown;
  readonly alert: Alert;
  /** Hears when a process has ended for good, because it refuses its settings. */
  readonly onRefused: (error: unknown) => void;
}

/** A process did not become ready in time. */
export class NotReadyError extends RetornoToolError {
  constructor(name: string, timeoutMs: number, logFile: string) {
    super(
      'not_ready',
      `The ${name} was not ready within ${timeoutMs / 1000} s. Its log says why: ${logFile}. ` +
        'Correct the cause and start again; what is in the data folder stays.',
    );
  }
}

const READY_WITHIN_MS = 90_000;
const POLL_MS = 100;
/** The worker finishes the activities it is in; see its own shutdown grace. */
const STOP_GRACE_MS = 20_000;

/** Starts the simulator and gives its addresses once it listens. */
export function startSimulator(context: ProcessContext, env: NodeJS.ProcessEnv): Promise<SimulatorAddresses> {
  return start(context, 'simulator', 'simulator/main.js', env, simulatorAddresses);
}

/** Starts the worker; settles when it polls for tasks. */
export async function startWorker(context: ProcessContext, env: NodeJS.ProcessEnv): Promise<void> {
  await start(context, 'worker', 'src/worker.js', env, ({ msg }) =>
    msg === 'worker ready' ? true : undefined,
  );
}

/** Starts the API; settles when it and the engines behind it are ready. */
export async function startServer(
  context: ProcessContext,
  env: NodeJS.ProcessEnv,
  api: ApiClient,
): Promise<void> {
  let poll: NodeJS.Timeout | undefined;
  const ready = new Promise<true>((resolve) => {
    const ask = (): void => {
      api.isReady().then(
        (isReady) => (isReady ? resolve(true) : again()),
        () => again(),
      );
    };
    const again = (): void => void (poll = setTimeout(ask, POLL_MS));
    ask();
  });
  try {
    await start(context, 'server', 'src/server.js', env, () => undefined, ready);
  } finally {
    clearTimeout(poll);
  }
}

async function start<T>(
  context: ProcessContext,
  name: string,
  script: string,
  env: NodeJS.ProcessEnv,
  readyFrom: (entry: Record<string, unknown>) => T | undefined,
  elsewhere?: Promise<T>,
): Promise<T> {
  const logFile = context.dataDir.logFile(name);
  let settle: (value: T) => void = () => undefined;
  const said = new Promise<T>((resolve) => (settle = resolve));
  const child = new KeptAlive({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', join(PROJECT_ROOT, 'dist', script)],
    env,
    cwd: PROJECT_ROOT,
    log: new ChildLog(name, logFile, context.alert),
    alert: context.alert,
    onEntry: (entry) => {
      const value = readyFrom(entry);
      if (value !== undefined) settle(value);
    },
  });
  context.teardown.add(`the ${name}`, () => child.stop(STOP_GRACE_MS));
  child.ended.catch(context.onRefused);
  return readyInTime(name, logFile, elsewhere ?? said, child);
}

async function readyInTime<T>(
  name: string,
  logFile: string,
  ready: Promise<T>,
  child: KeptAlive,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotReadyError(name, READY_WITHIN_MS, logFile)), READY_WITHIN_MS);
  });
  const refused = child.ended.then(() => new Promise<never>(() => undefined));
  try {
    return await Promise.race([ready, late, refused]);
  } finally {
    clearTimeout(timer);
  }
}
