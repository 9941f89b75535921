import type { Store } from '../../store';
import { StoreNotOpenError } from './problem';

/**
 * The store as the API sees it while MongoDB may not have been reached yet: until `opened` gives one, every use throws
 * `StoreNotOpenError`, which is answered with 503.
 */
export function lateStore(opened: () => Store | null): Store {
  return new Proxy({} as Store, {
    get(_target, room) {
      const store = opened();
      if (!store) throw new StoreNotOpenError();
      return Reflect.get(store, room) as unknown;
    },
  });
}
