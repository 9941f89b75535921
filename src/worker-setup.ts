import { Client } from '@temporalio/client';
import type { NativeConnection, Worker } from '@temporalio/worker';
import {
  blingCaller,
  createActivities,
  ClockInterceptor,
  createRaiseDefect,
  createRestEnd,
  FailureInterceptor,
  HeartbeatInterceptor,
  isStepBrokenOff,
  stepFetch,
  StuckStepInterceptor,
} from './activities';
import type { Activities } from './activities';
import { createBlingClient, createOAuth, createRateLimiter, createTokenSource, pacedOAuth } from './bling';
import type { TokenKeeper, TokenSource } from './bling';
import type { Config } from './config';
import type { Logger } from './log';
import { createMailer, createWhatsApp } from './messaging';
import type { Mailer } from './messaging';
import { createRunRescue, createRuns } from './runs';
import type { Clock, Store } from './store';
import { createQueueWorker } from './worker-queues';

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

/** The steps of one process: a worker of Temporal's for each queue it serves, and what they share. */
export interface RetornoWorker {
  /** Works until it is shut down. @throws what stopped one of the queues, after the others have been shut down too */
  run(): Promise<void>;
  shutdown(): void;
  /** Whether every queue is being served. */
  isRunning(): boolean;
  /** Closes what the steps work with, after they have ended. */
  close(): void;
}

/** Puts the steps together with what they work with. */
export async function createWorker(setup: WorkerSetup): Promise<RetornoWorker> {
  const { config, log, store, connection, namespace, bundleFile, clock = setup.store.clock } = setup;
  const { smtpUrl, ...sender } = config.mail;
  const mailer = smtpUrl === null ? null : createMailer({ smtpUrl, ...sender });
  const tokens = createTokenSource({
    ...{
      vault: () => store.connections,
      oauth: pacedOAuth(createOAuth(config.bling), () => store.tokenTurns, 'work'),
      app: () => store.appWatch,
      log,
    },
    now: store.clock.estimate,
  });
  const activities = createSteps(setup, mailer, tokens);
  const onFinal = createRaiseDefect({ store, log });
  const stuckStepInterceptor = new StuckStepInterceptor({ store, log });
  const clockInterceptor = new ClockInterceptor({ clock, store, log });
  const interceptors = {
    activity: [
      () => ({ inbound: stuckStepInterceptor }),
      () => ({ inbound: new FailureInterceptor(onFinal) }),
      () => ({ inbound: clockInterceptor }),
      () => ({ inbound: new HeartbeatInterceptor() }),
    ],
  };
  const { taskQueue, workerQueues, workerSlots, workerVersion: version } = config;
  const shared = { connection, namespace, taskQueue, bundleFile, activities, interceptors, version };
  const workers: Worker[] = [];
  for (const queue of workerQueues) workers.push(await createQueueWorker(queue, workerSlots[queue], shared));
  const all = together(workers);
  return { ...all, run: () => all.run().finally(tokens.settled), close: () => mailer?.close() };
}

function createSteps(
  { config, log, store, connection, namespace }: WorkerSetup,
  mailer: Mailer | null,
  tokens: TokenSource & TokenKeeper,
): Activities {
  const { bling, whatsapp, taskQueue, saleCoalesceMs: coalesceMs } = config;
  const { phoneNumberId } = whatsapp;
  const target = { client: new Client({ connection, namespace }), taskQueue, coalesceMs };
  const runs = createRuns(target);
  const restEnd = createRestEnd({ store, runs, log }, store.clock.estimate);
  return createActivities({
    store,
    bling: createBlingClient({
      apiUrl: bling.apiUrl,
      tokens,
      limiter: createRateLimiter(store.callPlaces, blingCaller, undefined, restEnd),
      fetch: stepFetch,
      brokenOff: isStepBrokenOff,
      log,
    }),
    tokens,
    whatsapp:
      phoneNumberId === null ? null : createWhatsApp({ ...whatsapp, phoneNumberId, fetch: stepFetch }),
    mailer,
    publicUrl: config.publicUrl,
    runs,
    rescue: createRunRescue(target),
    log,
  });
}

/** Several workers as one: where one ends, all do. */
function together(workers: readonly Worker[]): Omit<RetornoWorker, 'close'> {
  let told = false;
  const shutdown = (): void => {
    if (told) return;
    told = true;
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  return {
    async run() {
      const ends = await Promise.allSettled(workers.map((worker) => worker.run().finally(shutdown)));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    },
    shutdown,
    isRunning: () => workers.every((worker) => worker.getState() === 'RUNNING'),
  };
}
