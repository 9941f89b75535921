import type { AwaitedPaths } from './awaited';
import type { paths } from './schema';

/** Every call the console can make. */
export type Paths = Omit<paths, '/v1/customers'> &
  AwaitedPaths & { '/v1/customers': Omit<paths['/v1/customers'], 'post'> };
