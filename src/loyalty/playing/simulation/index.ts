export { exampleOfRule } from './example-of-rule';
export type { RuleExample } from './example-of-rule';
export { foreseeSale } from './foresee-sale';
export type { ForeseenSale } from './foresee-sale';
export type { PastAdjustment, PastChange, PastSale, PastUse } from './past';
export { PastHistory } from './past-history';
export { Simulation } from './simulation';
export type { SimulationResult } from './simulation';
