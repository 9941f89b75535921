import { KeyedLimiter } from '../../runs';

/**
 * Moves of one merchant's counters under way at once, in this process. More are not done sooner: they share what the machine has, until
 * none of them is done within its time, all are asked again, and what was begun of each has been for nothing.
 */
const AT_ONCE = 8;
/** How long a move waits for its turn, before anything of it has begun: who is told to ask again after that has been waited for by nobody. */
const PATIENCE_MS = 5_000;

/** What waits for the run of a sale. */
const ON_SALES = /^\/v1\/(?:vouchers|sales)\//;

const turns = new KeyedLimiter(AT_ONCE, PATIENCE_MS);

/**
 * Does what a merchant's counter asks when its turn has come, first come, first served. Whose does not come has begun nothing. Vouchers, and
 * what is done to a sale, wait for the runs of sales, a balance for none: neither stands in the other's way.
 *
 * @param path of the route, as it is declared
 * @throws WaitedInVainError
 */
export function inCounterTurn<T>(merchantId: string, path: string, work: () => Promise<T>): Promise<T> {
  return turns.run(ON_SALES.test(path) ? `${merchantId}/sales` : merchantId, work);
}
