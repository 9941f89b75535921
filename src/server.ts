import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { createAccessMailer, createApiServer, createApp, createBlingAccess, lateStore } from './api';
import { createRuns, lazyConnection, staffRuns } from './runs';
import type { Config } from './config';
import { createWhatsApp } from './messaging';
import { settingsOrExit, untilReachable } from './environment';
import { createLogger } from './log';
import type { Logger } from './log';
import { openMigratedStore } from './migrated-store';
import { showQueues } from './metrics';
import { showProcess } from './operator-view';
import { keepTellingOfQueues } from './queue-alerts';
import { QUEUES } from './queues';
import type { Store } from './store';

/** What is being answered when the process is told to stop gets this long to end. */
const GRACE_MS = 15_000;

/** The store and, on a database that has never been used, the first key. */
async function openReadyStore(config: Config, log: Logger): Promise<Store> {
  const store = await openMigratedStore(config, log);
  try {
    const outcome =
      config.bootstrapApiKey === null
        ? 'kept'
        : await store.merchants.bootstrap(config.bootstrapApiKey, new Date());
    if (outcome === 'created')
      log.info({ merchantId: 'demo' }, 'first merchant created with BOOTSTRAP_API_KEY');
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function listen(server: Server, port: number, log: Logger): Promise<void> {
  server.listen(port);
  await once(server, 'listening');
  log.info({ port: (server.address() as AddressInfo).port }, 'api listening');
}

/** No new connections; what is being answered is finished. */
async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const cutOff = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(cutOff);
}

/**
 * The API process. It listens at once: while MongoDB or Temporal are away it says so (`/readyz`, 503), and serves as soon
 * as they are there.
 */
async function main(): Promise<void> {
  const config = settingsOrExit();
  const log = createLogger(config.logLevel);
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);

  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const temporal = lazyConnection(connectionOptions);
  const client = new Client({ connection: temporal.connection, namespace });
  let opened: Store | null = null;
  const store = lateStore(() => opened);
  const target = {
    client,
    taskQueue: config.taskQueue,
    coalesceMs: config.saleCoalesceMs,
    waitMs: config.callDeadlineMs,
    uiUrl: config.temporalUiUrl,
  };
  const runs = staffRuns(createRuns(target), store, config.callDeadlineMs);
  const bling = createBlingAccess(config.bling, store, log);
  const mail = createAccessMailer(config.mail, log);
  const { phoneNumberId } = config.whatsapp;
  const whatsapp = phoneNumberId === null ? null : createWhatsApp({ ...config.whatsapp, phoneNumberId });
  const app = createApp({
    ...{ config, log, store, runs, bling, whatsapp, mail },
    now: () => opened?.clock.estimate() ?? Date.now(),
  });
  const server = createApiServer(app);

  await listen(server, config.port, log);
  const view =
    config.metricsPort === null
      ? null
      : await showProcess({ port: config.metricsPort, log, isHealthy: () => server.listening });
  if (view) showQueues(QUEUES, runs.unattended);
  const { publicUrl } = config;
  log.info(
    { redirect: `${publicUrl}/integrations/bling/callback`, webhooks: `${publicUrl}/webhooks/bling` },
    'addresses to register with the Bling app',
  );
  const opening = untilReachable('MongoDB', log, stopping.signal, () => openReadyStore(config, log)).then(
    (ready) => {
      opened = ready;
      log.info('api ready');
      return ready;
    },
    () => null,
  );
  const telling = opening.then(async (ready) => {
    if (ready) await keepTellingOfQueues({ store: ready, unattended: runs.unattended, log }, stopping.signal);
  });
  if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
  await close(server);
  await telling;
  await bling.settled();
  await mail.close();
  await view?.close();
  await temporal.close();
  await (await opening)?.close();
  log.info('api stopped');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
