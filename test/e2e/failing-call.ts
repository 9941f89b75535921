import type { Store } from '../../src/store';

/** A store of which one call does something else while the test wishes so. */
export function withCall<Room extends keyof Store>(
  store: Store,
  room: Room,
  call: string,
  wish: () => unknown,
): Store {
  const known = store[room] as object;
  const watched = new Proxy(known, {
    get: (target, name): unknown => {
      const real: unknown = Reflect.get(target, name);
      if (name !== call) return real;
      return (...args: unknown[]) => wish() ?? (real as (...args: unknown[]) => unknown)(...args);
    },
  });
  return { ...store, [room]: watched };
}

/** A failure of no known kind. */
export function refuse(): Promise<never> {
  return Promise.reject(new Error('planted'));
}
