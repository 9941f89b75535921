import { Client } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { stepContext } from './activities';
import { settingsOrExit, untilReachable } from './environment';
import { openMigratedStore } from './migrated-store';
import { ensureLedgerSchedules } from './runs';
import { createLogger } from './log';
import type { Logger } from './log';
import { BUNDLE_FILE } from './workflow-bundle';
import { createWorker } from './worker-setup';

/** Temporal's own logs come out as ours: one JSON line each. */
function installRuntime(log: Logger): void {
  const write = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
  Runtime.install({
    logger: new DefaultLogger('INFO', (entry) => {
      const { level, message, meta } = entry;
      const { error, ...rest } = meta ?? {};
      log[write[level]]({ ...rest, ...(error instanceof Error ? { error: error.message } : {}) }, message);
    }),
    shutdownSignals: [],
  });
}

/** The worker process: runs the workflows' steps until it is told to stop, and finishes what it has begun. */
async function main(): Promise<void> {
  const config = settingsOrExit();
  const log = createLogger(config.logLevel, undefined, stepContext);
  installRuntime(log);
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);

  const store = await untilReachable('MongoDB', log, stopping.signal, () => openMigratedStore(config, log));
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const connection = await untilReachable('Temporal', log, stopping.signal, () =>
    NativeConnection.connect(connectionOptions),
  );
  const { worker, close } = await createWorker({
    config,
    log,
    store,
    connection,
    namespace,
    bundleFile: config.workflowBundle ?? BUNDLE_FILE,
  });
  if (!stopping.signal.aborted) {
    stopping.signal.addEventListener('abort', () => worker.shutdown());
    log.info({ taskQueue: config.taskQueue, namespace }, 'worker ready');
    const scheduled = untilReachable('Schedules of Temporal', log, stopping.signal, () =>
      ensureLedgerSchedules(new Client({ connection, namespace }), config.taskQueue, {
        sealMs: config.ledgerSealEveryMs,
        proofMs: config.ledgerProofEveryMs,
      }),
    ).catch(() => undefined);
    await worker.run();
    await scheduled;
  }
  close();
  await connection.close();
  await store.close();
  log.info('worker stopped');
}

main().catch((error: unknown) => {
  if (error instanceof Error && error.name === 'AbortError') process.exit(0);
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
