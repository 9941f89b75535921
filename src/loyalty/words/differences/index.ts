export type { ProgramChange } from './change';
export { programDiff } from './diff';
