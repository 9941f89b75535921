import { useCallback, useRef, useState } from 'react';

/** Something a person sets off: whether it is under way, and why it failed. */
export interface Action<A extends unknown[], T> {
  /** Does it, once at a time: pressed again meanwhile, nothing more happens. Undefined where it failed or was under way. */
  run: (...args: A) => Promise<T | undefined>;
  busy: boolean;
  failure: unknown;
  /** Forgets the failure. */
  clear: () => void;
}

/** Lets a component set something off and show what becomes of it. */
export function useAction<A extends unknown[], T>(act: (...args: A) => Promise<T>): Action<A, T> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const underWay = useRef(false);
  const run = async (...args: A): Promise<T | undefined> => {
    if (underWay.current) return undefined;
    underWay.current = true;
    setBusy(true);
    setFailure(null);
    try {
      return await act(...args);
    } catch (error) {
      setFailure(error);
      return undefined;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  return { run, busy, failure, clear: useCallback(() => setFailure(null), []) };
}
