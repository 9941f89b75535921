export { MergePreview } from './merge-preview';
export { MergesPart } from './merges-part';
