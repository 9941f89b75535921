export { compareSales } from './compare-sales';
export type { SaleComparison, SaleMark } from './compare-sales';
export { fingerprintsOf, neighbouringFingerprints } from './fingerprints';
