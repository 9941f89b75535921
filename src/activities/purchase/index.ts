export { matchSources } from './same-sale';
export type { Matched } from './same-sale';
