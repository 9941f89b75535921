import { join } from 'node:path';
import type { EngineCache } from './cache';
import type { Way } from './ways';

/** The way "it was obtained before": the executable of a cache entry. */
export function cachedWay<T>(
  cache: EngineCache,
  entry: string,
  executable: string,
  use: (path: string) => T,
): Way<T> {
  return {
    name: `the cache (${entry})`,
    look: async () =>
      (await cache.has(entry))
        ? { state: 'ready', detail: `${cache.folder(entry)}` }
        : { state: 'impossible', reason: `${cache.folder(entry)} is not there` },
    take: () => Promise.resolve(use(join(cache.folder(entry), executable))),
  };
}
