export type { PastAdjustment, PastChange, PastSale, PastUse } from './past';
export { PastHistory } from './past-history';
export { Simulation } from './simulation';
export type { SimulationResult } from './simulation';
