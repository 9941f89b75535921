export { referenceSale } from '../connection/reference-sale/reference-sale';
export type { ReferenceSale } from '../connection/reference-sale/reference-sale';
export { assumptionsOf, buyerText, stateText } from '../connection/reference-sale/texts';
