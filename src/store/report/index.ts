export type { ActivitySums, MovedSum, ReportPeriod } from './activity';
export type { EndingSum, OutstandingSum } from './outstanding';
export { createReports } from './reports';
export type { Reports } from './reports';
export type { ReturningRow, ReturningSums } from './returning';
export type { Source } from './sources';
export type { BoundedCount, LateSale, SaleTroubles, SoldSum } from './sale-sums';
