import { useEffect, useEffectEvent, useState } from 'react';

/** Something read from the API for one place on a page. */
export interface Loaded<T> {
  /** What was read last; stays while it is read again. */
  value: T | undefined;
  loading: boolean;
  failure: unknown;
  again: () => void;
}

interface Held<T> {
  of: string;
  value: T | undefined;
  failure: unknown;
}

/**
 * Reads something, and again whenever `what` names something else: for pages that do without the query client.
 * @param load is told what was read last
 */
export function useLoaded<T>(what: string, load: (known: T | undefined) => Promise<T>): Loaded<T> {
  const [held, setHeld] = useState<Held<T>>({ of: '', value: undefined, failure: null });
  const [times, setTimes] = useState(0);
  const of = `${what}#${times}`;
  const read = useEffectEvent(() => load(held.value));
  useEffect(() => {
    let wanted = true;
    read().then(
      (value) => wanted && setHeld({ of, value, failure: null }),
      (failure: unknown) => wanted && setHeld((before) => ({ ...before, of, failure })),
    );
    return () => {
      wanted = false;
    };
  }, [of]);
  return {
    value: held.value,
    loading: held.of !== of,
    failure: held.of === of ? held.failure : null,
    again: () => setTimes((count) => count + 1),
  };
}
