export { useDrafting } from './draft-context';
export type { Drafting, Preview } from './draft-context';
export { DraftingProvider } from './drafting-provider';
export { readAt } from './json-path';
export type { Draft, Json } from './json-path';
export type { Base } from './kept-draft';
export { programQuery } from './program-query';
