/** A call whose preparation is not timed; settles with the answer, rejects when it was not the right one. */
export type PreparedCall = () => Promise<void>;

/** What was measured of the calls of one window. */
export interface CallFigures {
  readonly latenciesMs: readonly number[];
}

/** Calls for a time, so many at once, each caller one after the other, and times each. The first error ends it. */
export async function callFor(
  prepare: () => PreparedCall,
  spec: { concurrency: number; ms: number; signal: AbortSignal },
): Promise<CallFigures> {
  const latenciesMs: number[] = [];
  const end = performance.now() + spec.ms;
  const caller = async (): Promise<void> => {
    while (performance.now() < end) {
      spec.signal.throwIfAborted();
      const call = prepare();
      const begun = performance.now();
      await call();
      latenciesMs.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: spec.concurrency }, caller));
  return { latenciesMs };
}
