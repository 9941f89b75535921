import type { SaleStatus } from '../../loyalty';
import type { Mongo } from '../mongo';
import { activityOf } from './activity';
import type { ActivitySums, ReportPeriod } from './activity';
import { endingByDay, outstandingByMonth } from './outstanding';
import type { EndingSum, OutstandingSum } from './outstanding';
import { returningWithin } from './returning';
import type { ReturningSums } from './returning';
import { saleTroubles, soldWithin } from './sale-sums';
import type { SaleTroubles, SoldSum } from './sale-sums';

/** Sums over what a merchant's sales and ledgers hold: made by the database, along an index, and written nowhere. */
export interface Reports {
  /** Everything that moved within a time, by month. @param bySource also by where the sale that earned it was made */
  activity(merchantId: string, period: ReportPeriod, bySource: boolean): Promise<ActivitySums>;
  /** What is owed to customers, by the month in which it ends. */
  outstanding(merchantId: string, zone: string, now: Date): Promise<OutstandingSum[]>;
  /** Active balance by its last day, of the days after `from` and up to `until`. */
  ending(merchantId: string, days: { from: Date; until: Date; zone: string }): Promise<EndingSum[]>;
  /** Sales that do not go on by themselves. @param lateSince what was due before is late */
  troubles(merchantId: string, lateSince: Date): Promise<SaleTroubles>;
  /** Who bought within a time, by how often, of sales with one of these statuses. */
  returning(
    merchantId: string,
    time: { from: Date; end: Date },
    statuses: readonly SaleStatus[],
  ): Promise<ReturningSums>;
  /** What was sold within a time, by what has become of it. */
  sold(merchantId: string, time: { from: Date; end: Date }, storeId?: string): Promise<SoldSum[]>;
}

export function createReports(mongo: Mongo): Reports {
  return {
    activity: (merchantId, period, bySource) => activityOf(mongo, merchantId, period, bySource),
    outstanding: (merchantId, zone, now) => outstandingByMonth(mongo, merchantId, zone, now),
    ending: (merchantId, days) => endingByDay(mongo, merchantId, days),
    troubles: (merchantId, lateSince) => saleTroubles(mongo, merchantId, lateSince),
    returning: (merchantId, time, statuses) => returningWithin(mongo, merchantId, time, statuses),
    sold: (merchantId, time, storeId) => soldWithin(mongo, merchantId, time, storeId),
  };
}
