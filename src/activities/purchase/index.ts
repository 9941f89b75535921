export { matchSources } from './match-sources';
export type { Matched } from './match-sources';
