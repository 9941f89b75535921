import { Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import type { ConnectionOptions } from '@temporalio/client';

/**
 * About a second of tries in all. The client's own ten would go on long after a caller has been answered, and one that is
 * due after the connection was closed throws where nobody can catch it.
 */
const TRIES = 4;

/** A connection that is made with the first call, and again after every loss: the API lives while Temporal is away. */
export function lazyConnection(options: ConnectionOptions): Connection {
  const retry = makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ maxAttempts: TRIES }));
  return Connection.lazy({ ...options, interceptors: [retry] });
}
