/** The store is not open yet, or no longer. */
export class StoreNotOpenError extends Error {
  override readonly name = 'StoreNotOpenError';

  constructor() {
    super(
      'MongoDB has not been reached yet. Check MONGODB_URI and the database; the connection is tried again by itself.',
    );
  }
}

/** The driver's errors for a database that cannot be reached or does not answer in time. */
const OUTAGES = new Set([
  'MongoClientClosedError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoOperationTimeoutError',
  'MongoPoolClearedError',
  'MongoPoolClearedOnNetworkError',
  'MongoPoolClosedError',
  'MongoServerSelectionError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
  'MongooseServerSelectionError',
]);

/** What the driver marks errors with that a repetition can get past, such as an election of a new primary. */
const PASSING = ['RetryableWriteError', 'TransientTransactionError'];

/** Whether an error says that the database is away: repeating the call later can succeed. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof StoreNotOpenError || OUTAGES.has(error.name)) return true;
  const { errorLabels } = error as { errorLabels?: unknown };
  return Array.isArray(errorLabels) && PASSING.some((label) => errorLabels.includes(label));
}
