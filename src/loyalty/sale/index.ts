export type { EvaluatedSale, PinnedFacts } from './sale';
