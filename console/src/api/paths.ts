/** Every call the console can make: all of the API's. */
export type { paths as Paths } from './schema';
