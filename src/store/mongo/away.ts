/** The errors of driver and mongoose for a database that cannot be reached, or does not answer in time. */
const AWAY = new Set([
  'DisconnectedError',
  'MongoClientClosedError',
  'MongoExpiredSessionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoOperationTimeoutError',
  'MongoPoolClearedError',
  'MongoPoolClearedOnNetworkError',
  'MongoPoolClosedError',
  'MongoServerClosedError',
  'MongoServerSelectionError',
  'MongoStalePrimaryError',
  'MongoTopologyClosedError',
  'MongoUnexpectedServerResponseError',
  'MongoWaitQueueTimeoutError',
  'MongoWriteConcernError',
  'MongooseServerSelectionError',
]);

/** What the driver marks errors with that a repetition can get past, such as an election of a new primary. */
const PASSING = new Set([
  'NetworkError',
  'ResumableChangeStreamError',
  'RetryableError',
  'RetryableWriteError',
  'SystemOverloadedError',
  'TransientTransactionError',
  'UnknownTransactionCommitResult',
]);

/**
 * The server's codes for the same: not reached, no primary, stepping down, shutting down, out of time, its write concern not
 * met, a cursor or transaction gone with its server.
 */
const CODES = new Set([
  6, 7, 24, 43, 50, 64, 89, 91, 100, 112, 133, 134, 175, 189, 202, 237, 251, 262, 279, 290, 317, 358, 384,
  402, 462, 9001, 10107, 11600, 11601, 11602, 13388, 13435, 13436, 50915,
]);

/** mongoose holds calls back while it has no connection, and says so when it gives up. */
const HELD_BACK = /buffering timed out/;

/**
 * What the system calls a socket that has gone. The driver hands it on as it is where it was just writing: a bulk write packs it into an
 * error of the server's kind, with its code.
 */
const BROKEN_SOCKET = new Set([
  'EPIPE',
  'ECONNRESET',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ENOTCONN',
  'ETIMEDOUT',
]);

/** How deep errors are packed into each other at most: a bulk write's around the network's, around the socket's. */
const DEPTH = 6;

/**
 * Whether an error says that the database is away, or only just not able to: repeating the call later can succeed. What a bulk
 * write or a transaction packs the cause into is looked into.
 */
export function isDatabaseAway(error: unknown, depth = DEPTH): boolean {
  if (!(error instanceof Error) || depth === 0) return false;
  const { code, syscall, errorLabels, errorResponse } = error as {
    code?: unknown;
    syscall?: unknown;
    errorLabels?: unknown;
    errorResponse?: unknown;
  };
  if (AWAY.has(error.name)) return true;
  if (error.name === 'MongooseError' && HELD_BACK.test(error.message)) return true;
  if (Array.isArray(errorLabels) && errorLabels.some((label) => PASSING.has(String(label)))) return true;
  if (error.name.startsWith('Mongo') && typeof code === 'number' && CODES.has(code)) return true;
  const isOfDriver = error.name.startsWith('Mongo') || (depth === DEPTH && isOfWriting(code, syscall));
  if (isOfDriver && typeof code === 'string' && BROKEN_SOCKET.has(code)) return true;
  return isDatabaseAway(errorResponse, depth - 1) || isDatabaseAway(error.cause, depth - 1);
}

/** The system refused to write, or Node did because the other side had ended the connection just before (which names no system call). */
function isOfWriting(code: unknown, syscall: unknown): boolean {
  return syscall === 'write' || (code === 'EPIPE' && syscall === undefined);
}
