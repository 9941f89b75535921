import { setTimeout as delay } from 'node:timers/promises';
import { Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import type { ConnectionOptions } from '@temporalio/client';

/** About a second of tries in all: the client's own ten would go on long after a caller has been answered. */
const TRIES = 4;

/** A connection, and the way to end it. */
export interface LazyConnection {
  readonly connection: Connection;
  /**
   * Lets the tries pass that are due already (a second at most), makes no further ones, and closes the connection. A try
   * that is due after it was closed throws where nobody can catch it, which ends the process.
   */
  close(): Promise<void>;
}

/** A connection that is made with the first call, and again after every loss: the API lives while Temporal is away. */
export function lazyConnection(options: ConnectionOptions): LazyConnection {
  const usual = defaultGrpcRetryOptions({ maxAttempts: TRIES });
  let closing = false;
  let lastTryAt = 0;
  const retry = makeGrpcRetryInterceptor({
    retryableDecider: (attempt, status) => !closing && usual.retryableDecider(attempt, status),
    delayFunction(attempt, status) {
      const ms = usual.delayFunction(attempt, status);
      lastTryAt = Math.max(lastTryAt, performance.now() + ms);
      return ms;
    },
  });
  const connection = Connection.lazy({ ...options, interceptors: [retry] });
  return {
    connection,
    async close() {
      closing = true;
      const left = lastTryAt - performance.now();
      // A timer that is due in the same millisecond must have had its turn.
      if (left > 0) await delay(left + 50);
      await connection.close();
    },
  };
}
