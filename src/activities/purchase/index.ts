export { allRefs } from './sale-accounts';
export { matchSources } from './same-sale';
export type { Matched } from './same-sale';
