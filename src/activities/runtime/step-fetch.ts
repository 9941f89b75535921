import { asyncLocalStorage } from '@temporalio/activity';

/**
 * `fetch` for what a step asks of the outside: it is broken off when the step is cancelled or its worker has to end, so that nobody waits for an
 * outside that does not answer. Outside of a step it is the platform's own.
 */
export const stepFetch: typeof globalThis.fetch = (input, init) => {
  const cancelled = asyncLocalStorage.getStore()?.cancellationSignal;
  if (!cancelled) return fetch(input, init);
  const signals = init?.signal ? [init.signal, cancelled] : [cancelled];
  return fetch(input, { ...init, signal: AbortSignal.any(signals) });
};

/** Whether what `stepFetch` does in this step is broken off. */
export function isStepBrokenOff(): boolean {
  return asyncLocalStorage.getStore()?.cancellationSignal.aborted === true;
}
