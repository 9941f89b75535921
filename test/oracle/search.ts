/**
 * The same cases each time, so that a change is judged by itself. With ORACLE_RUNS it is a search: so many, and others each time;
 * a failure prints its seed, which `fc.assert` takes to play it again.
 */
const searched = process.env.ORACLE_RUNS;
const numRuns = Number(searched ?? 300);

/** How much is tried, for `fc.assert`. */
export const search = searched === undefined ? { numRuns, seed: 20_261 } : { numRuns };

/** How long a test may take that tries so much. */
export const PATIENCE_MS = 60_000 + numRuns * 1000;
