export { MergesPart } from './merges-part';
