import { Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import {
  blingCaller,
  createActivities,
  ClockInterceptor,
  createRaiseDefect,
  FailureInterceptor,
  HeartbeatInterceptor,
} from './activities';
import { createBlingClient, createOAuth, createRateLimiter, createTokenSource } from './bling';
import type { Config } from './config';
import type { Logger } from './log';
import { createMailer, createWhatsApp } from './messaging';
import { createRunRescue, createRuns } from './runs';
import type { Clock, Store } from './store';

/** Workflows kept in memory by one worker; an evicted one is replayed when it is next needed. */
const CACHED_WORKFLOWS = 1_000;

/** What a worker runs on. `bundleFile` is what `buildWorkflowBundle` wrote. */
export interface WorkerSetup {
  config: Config;
  log: Logger;
  store: Store;
  connection: NativeConnection;
  namespace: string;
  bundleFile: string;
  /** In place of the store's, where time is not that of any clock. */
  clock?: Pick<Clock, 'read'>;
}

/** A worker ready to run, and what to close after it has stopped. */
export interface RetornoWorker {
  worker: Worker;
  close(): void;
}

/** Puts the steps together with what they work with. */
export async function createWorker({
  config,
  log,
  store,
  connection,
  namespace,
  bundleFile,
  clock = store.clock,
}: WorkerSetup): Promise<RetornoWorker> {
  const { bling, whatsapp, mail } = config;
  const mailer = mail.smtpUrl === null ? null : createMailer({ smtpUrl: mail.smtpUrl, from: mail.from });
  const target = {
    client: new Client({ connection, namespace }),
    taskQueue: config.taskQueue,
    coalesceMs: config.saleCoalesceMs,
  };
  const activities = createActivities({
    store,
    bling: createBlingClient({
      apiUrl: bling.apiUrl,
      tokens: createTokenSource(() => store.connections, createOAuth(bling), log),
      limiter: createRateLimiter(store.callPlaces, blingCaller),
      log,
    }),
    whatsapp:
      whatsapp.phoneNumberId === null
        ? null
        : createWhatsApp({ ...whatsapp, phoneNumberId: whatsapp.phoneNumberId }),
    mailer,
    runs: createRuns(target),
    rescue: createRunRescue(target),
    log,
  });
  const onDefect = createRaiseDefect({ store, log });
  const clockInterceptor = new ClockInterceptor({ clock, store, log });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: config.taskQueue,
    workflowBundle: { codePath: bundleFile },
    activities,
    maxCachedWorkflows: CACHED_WORKFLOWS,
    shutdownGraceTime: '10s',
    // A step that does not heed it: what it was at is done again elsewhere.
    shutdownForceTime: '20s',
    interceptors: {
      activity: [
        () => ({ inbound: new FailureInterceptor(onDefect) }),
        () => ({ inbound: clockInterceptor }),
        () => ({ inbound: new HeartbeatInterceptor() }),
      ],
    },
  });
  return { worker, close: () => mailer?.close() };
}
