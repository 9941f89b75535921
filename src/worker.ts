import { Client } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { stepContext } from './activities';
import type { Config } from './config';
import { settingsOrExit, untilReachable } from './environment';
import { giveWay } from './give-way';
import { openMigratedStore } from './migrated-store';
import { ensureDailySweep, ensureLedgerSchedules, ensureLostRuns } from './runs';
import { createLogger } from './log';
import type { Logger } from './log';
import type { OperatorServer } from './metrics';
import { BUNDLE_FILE } from './workflow-bundle';
import { freeLoopbackPort, showProcess } from './operator-view';
import { showStoreFigures } from './store-figures';
import { createWorker } from './worker-setup';
import type { RetornoWorker } from './worker-setup';

/** Temporal's own logs come out as ours: one JSON line each. */
function installRuntime(log: Logger, metricsAddress: string | null): void {
  const write = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
  Runtime.install({
    logger: new DefaultLogger('INFO', (entry) => {
      const { level, message, meta } = entry;
      const { error, ...rest } = meta ?? {};
      log[write[level]]({ ...rest, ...(error instanceof Error ? { error: error.message } : {}) }, message);
    }),
    shutdownSignals: [],
    ...(metricsAddress === null
      ? {}
      : { telemetryOptions: { metrics: { prometheus: { bindAddress: metricsAddress } } } }),
  });
}

/**
 * Shows the process under METRICS_PORT, if there is one, from its first moment: with its own metrics those of Temporal's SDK, which
 * has to be told where to show them before anything else.
 */
async function showWorker(
  config: Config,
  log: Logger,
  isHealthy: () => boolean,
): Promise<OperatorServer | null> {
  if (config.metricsPort === null) {
    installRuntime(log, null);
    return null;
  }
  const address = `127.0.0.1:${await freeLoopbackPort()}`;
  const shown = { port: config.metricsPort, log, isHealthy };
  try {
    installRuntime(log, address);
  } catch (error) {
    // Somebody has taken the port meanwhile.
    log.error({ error: String(error) }, 'metrics of Temporal are not shown');
    installRuntime(log, null);
    return showProcess(shown);
  }
  return showProcess({ ...shown, others: `http://${address}/metrics` });
}

/** The worker process: runs the workflows' steps until it is told to stop, and finishes what it has begun. */
async function main(): Promise<void> {
  const config = settingsOrExit();
  giveWay(config.workerQueues);
  const log = createLogger(config.logLevel, undefined, stepContext);
  let worker: RetornoWorker | null = null;
  const view = await showWorker(config, log, () => worker === null || worker.isRunning());
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);

  const store = await untilReachable('MongoDB', log, stopping.signal, () => openMigratedStore(config, log));
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const connection = await untilReachable('Temporal', log, stopping.signal, () =>
    NativeConnection.connect(connectionOptions),
  );
  worker = await createWorker({
    config,
    log,
    store,
    connection,
    namespace,
    bundleFile: config.workflowBundle ?? BUNDLE_FILE,
  });
  const { taskQueue, workerQueues: queues, workerVersion: version } = config;
  /** What concerns the whole installation is kept by whoever serves what nobody waits for. */
  const keeps = queues.includes('batch');
  if (view && keeps) showStoreFigures(store, log);
  if (!stopping.signal.aborted) {
    stopping.signal.addEventListener('abort', worker.shutdown);
    log.info({ taskQueue, queues, namespace, version }, 'worker ready');
    const client = new Client({ connection, namespace });
    const schedules = (): Promise<void> => ensureSchedules(client, config);
    const scheduled = keeps
      ? untilReachable('Schedules of Temporal', log, stopping.signal, schedules).catch(() => undefined)
      : undefined;
    await worker.run();
    await scheduled;
  }
  worker.close();
  await view?.close();
  await connection.close();
  await store.close();
  log.info('worker stopped');
}

/** What runs by itself: the proof of the ledgers, the search for lost runs, and the daily look at customers. */
async function ensureSchedules(client: Client, config: Config): Promise<void> {
  const { taskQueue, ledgerSealEveryMs: sealMs, ledgerProofEveryMs: proofMs } = config;
  await ensureLedgerSchedules(client, taskQueue, { sealMs, proofMs });
  await ensureLostRuns(client, taskQueue);
  await ensureDailySweep(client, taskQueue);
}

main().catch((error: unknown) => {
  if (error instanceof Error && error.name === 'AbortError') process.exit(0);
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
