import { Connection } from '@temporalio/client';
import { prepareNamespace } from '../temporal';
import { startEngine } from './start-engine';
import type { RunningEngine } from './start-engine';
import type { TemporalProgram } from './temporal-ways';

/** A Temporal development server. */
export interface TemporalSpec extends TemporalProgram {
  readonly port: number;
  /** Port of the web UI; null: no UI. */
  readonly uiPort: number | null;
  /** SQLite file that outlives the server; null: everything is in memory. */
  readonly dbFile: string | null;
  readonly namespace: string;
  readonly logFile: string;
  /** Aborts when it is no longer wanted. */
  readonly signal?: AbortSignal;
  /** Settings of the server besides the usual ones, each as `key=value`. */
  readonly dynamicConfig?: readonly string[];
}

/** A Temporal server whose namespace and search attributes are ready. */
export interface RunningTemporal extends RunningEngine {
  /** `127.0.0.1:PORT`, as in TEMPORAL_ADDRESS. */
  readonly address: string;
}

/** A step is handed to the worker that asks for it in the answer to its asking, where it serves the step's queue too: no poll. */
const EAGER_STEPS = 'system.enableActivityEagerExecution=true';

/**
 * The server has one shard, and polls that shard's queues 20 times a second: each step of a workflow would
 * cost up to 50 ms. Visibility is limited to 100 requests/s, which tests that watch many runs exceed. A queue is shared
 * fairly between merchants only where the server is told to, and within each of its parts only, which are four by default.
 */
const DYNAMIC_CONFIG = [
  'history.transferProcessorMaxPollRPS=2000',
  'history.timerProcessorMaxPollRPS=2000',
  'frontend.namespaceRPS.visibility=2000',
  'matching.enableFairness=true',
  'matching.numTaskqueueReadPartitions=1',
  'matching.numTaskqueueWritePartitions=1',
  'system.forceSearchAttributesCacheRefreshOnRead=true',
  EAGER_STEPS,
];

/** Twice as many writes a second as with SQLite's defaults; a crash of the server still loses nothing. */
const SQLITE_PRAGMAS = ['journal_mode=WAL', 'synchronous=NORMAL'];

const SERVING = 1;
const RETENTION_DAYS = 30;

/**
 * Starts a Temporal server and prepares its namespace.
 *
 * @throws {EngineNotStartedError}
 */
export async function startTemporal(spec: TemporalSpec): Promise<RunningTemporal> {
  const address = `127.0.0.1:${spec.port}`;
  const engine = await startEngine({
    name: 'The Temporal server',
    command: spec.executable,
    args: temporalArguments(spec),
    ports: spec.uiPort === null ? [spec.port] : [spec.port, spec.uiPort],
    logFile: spec.logFile,
    signal: spec.signal,
    isReady: () => withConnection(address, isServing),
  });
  try {
    const { namespace } = spec;
    await withConnection(address, (connection) =>
      prepareNamespace(connection, { namespace, retentionDays: RETENTION_DAYS, lengthenRetention: true }),
    );
  } catch (error) {
    await engine.stop();
    throw error;
  }
  return { ...engine, address };
}

/** The arguments of `temporal` for such a server. */
export function temporalArguments(spec: TemporalSpec): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(spec.port)],
    ...(spec.uiPort === null ? ['--headless'] : ['--ui-port', String(spec.uiPort)]),
    ...(spec.dbFile === null ? [] : ['--db-filename', spec.dbFile]),
    ...['--namespace', spec.namespace, '--log-format', 'json', '--log-level', 'warn'],
    ...SQLITE_PRAGMAS.flatMap((pragma) => ['--sqlite-pragma', pragma]),
    ...[...DYNAMIC_CONFIG, ...(spec.dynamicConfig ?? [])].flatMap((setting) => [
      '--dynamic-config-value',
      setting,
    ]),
  ];
}

async function isServing(connection: Connection): Promise<boolean> {
  const { status } = await connection.healthService.check({
    service: 'temporal.api.workflowservice.v1.WorkflowService',
  });
  return Number(status) === SERVING;
}

async function withConnection<T>(address: string, use: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address, connectTimeout: '1s' });
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}
