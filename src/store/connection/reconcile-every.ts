const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How often a connection may be compared with Bling's list, in the spelling of the contract. */
export const RECONCILE_EVERY = {
  PT5M: 5 * MINUTE_MS,
  PT15M: 15 * MINUTE_MS,
  PT30M: 30 * MINUTE_MS,
  PT1H: HOUR_MS,
  PT2H: 2 * HOUR_MS,
  PT6H: 6 * HOUR_MS,
  PT12H: 12 * HOUR_MS,
  P1D: 24 * HOUR_MS,
} as const;
export type ReconcileEvery = keyof typeof RECONCILE_EVERY;
export const USUAL_RECONCILE_EVERY: ReconcileEvery = 'PT15M';
