/** Reads by key: who asks for what somebody is just reading has the same answer, and makes no call of his own. */
type SharedReads = <T>(key: string, read: () => Promise<T>) => Promise<T>;

/** The ones of one process. A read that fails says nothing to whoever waits for it: he makes his own, in his own turn. */
export function createSharedReads(): SharedReads {
  const underWay = new Map<string, Promise<unknown>>();
  return async <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const another = underWay.get(key) as Promise<T> | undefined;
    if (another) return another.catch(read);
    const ours = read().finally(() => underWay.delete(key));
    underWay.set(key, ours);
    return ours;
  };
}
