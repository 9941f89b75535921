export { referenceSale } from './reference-sale';
export type { ReferenceSale } from './reference-sale';
export { assumptionsOf, buyerText, stateText } from './texts';
