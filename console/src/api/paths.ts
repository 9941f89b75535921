import type { AwaitedPaths } from './awaited';
import type { paths } from './schema';

/** Every call the console can make. */
export type Paths = paths & AwaitedPaths;
