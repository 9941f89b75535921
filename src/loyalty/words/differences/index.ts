export { programDiff } from './diff';
