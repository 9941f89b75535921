import { KeyedLimiter } from '../../runs';

/**
 * Moves of one merchant's counters under way at once, in this process. More are not done sooner: they share what the machine has, until
 * none of them is done within its time, all are asked again, and what was begun of each has been for nothing.
 */
const AT_ONCE = 8;
/** How long a move waits for its turn, before anything of it has begun: who is told to ask again after that has been waited for by nobody. */
const PATIENCE_MS = 5_000;

/** By merchant: what a counter asks is done when its turn has come, first come, first served. Whose does not come has begun nothing. */
export const counterTurns = new KeyedLimiter(AT_ONCE, PATIENCE_MS);
