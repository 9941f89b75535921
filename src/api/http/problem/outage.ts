import { isDatabaseAway } from '../../../store';

/** The store is not open yet, or no longer. */
export class StoreNotOpenError extends Error {
  override readonly name = 'StoreNotOpenError';

  constructor() {
    super(
      'MongoDB has not been reached yet. Check MONGODB_URI and the database; the connection is tried again by itself.',
    );
  }
}

/** Whether an error says that the database is away: repeating the call later can succeed. */
export function isOutage(error: unknown): boolean {
  return error instanceof StoreNotOpenError || isDatabaseAway(error);
}
