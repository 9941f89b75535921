import type { Shop } from '../access';
import type { Mongo, Place } from '../mongo';
import { activityOf } from './activity';
import type { ActivitySums, ReportPeriod } from './activity';
import { invitedWithin } from './invited';
import type { InvitedAsked, InvitedSum } from './invited';
import { lotsBehind } from './lots-behind';
import type { HeldLot, LotsAsked } from './lots-behind';
import { messagesWithin } from './message-sums';
import type { MessageSum } from './message-sums';
import { movesBehind } from './moves-behind';
import type { CountedEntry, MovesAsked } from './moves-behind';
import { endingByDay, outstandingByMonth } from './outstanding';
import type { EndingSum, OutstandingSum } from './outstanding';
import { returningBySource, returningWithin } from './returning';
import type { Purchases, ReturningRow, ReturningSums } from './returning';
import { saleTroubles, soldWithin, standingSales } from './sale-sums';
import type { SaleTroubles, SoldSum, StandingSales } from './sale-sums';

/** Sums over what a merchant's sales and ledgers hold: made by the database, along an index, and written nowhere. */
export interface Reports {
  /**
   * Everything that moved within a time, by month.
   * @param shops the merchant's: also by where the sale that earned it was made; null: not so
   */
  activity(merchantId: string, period: ReportPeriod, shops: readonly Shop[] | null): Promise<ActivitySums>;
  /** What is owed to customers, by the month in which it ends. @param shops as of `activity` */
  outstanding(
    merchantId: string,
    at: { zone: string; now: Date },
    shops: readonly Shop[] | null,
  ): Promise<OutstandingSum[]>;
  /** The entries behind a figure of `activity`, newest first, from after a place on; those that come to nothing too. */
  movements(merchantId: string, asked: MovesAsked & Place): Promise<CountedEntry[]>;
  /** The lots behind a figure of `outstanding`, from after a place on. */
  lots(merchantId: string, asked: LotsAsked & Place): Promise<HeldLot[]>;
  /** Active balance by its last day, of the days after `from` and up to `until`. */
  ending(merchantId: string, days: { from: Date; until: Date; zone: string }): Promise<EndingSum[]>;
  /** Sales that do not go on by themselves. @param lateSince what was due before is late */
  troubles(merchantId: string, lateSince: Date): Promise<SaleTroubles>;
  /** How many of those stand still. @param lateSince as of `troubles` */
  standing(merchantId: string, lateSince: Date): Promise<StandingSales>;
  /** Who bought within a time, by how often. */
  returning(merchantId: string, purchases: Purchases): Promise<ReturningSums>;
  /** The same by where they bought: who bought in several places counts in each. @param shops the merchant's */
  returningBySource(
    merchantId: string,
    purchases: Purchases,
    shops: readonly Shop[],
  ): Promise<ReturningRow[]>;
  /** What has become of the messages to customers that were written down within a time. */
  messages(merchantId: string, time: { from: Date; end: Date }): Promise<MessageSum[]>;
  /** Customers who were invited to buy again within a time and those who were left out to compare with: what both bought after it. */
  invited(merchantId: string, asked: InvitedAsked): Promise<InvitedSum[]>;
  /** What was sold within a time, by what has become of it. */
  sold(merchantId: string, time: { from: Date; end: Date }, storeId?: string): Promise<SoldSum[]>;
}

export function createReports(mongo: Mongo): Reports {
  return {
    activity: (merchantId, period, shops) => activityOf(mongo, merchantId, period, shops),
    outstanding: (merchantId, at, shops) => outstandingByMonth(mongo, merchantId, at, shops),
    movements: (merchantId, asked) => movesBehind(mongo, merchantId, asked),
    lots: (merchantId, asked) => lotsBehind(mongo, merchantId, asked),
    ending: (merchantId, days) => endingByDay(mongo, merchantId, days),
    troubles: (merchantId, lateSince) => saleTroubles(mongo, merchantId, lateSince),
    standing: (merchantId, lateSince) => standingSales(mongo, merchantId, lateSince),
    returning: (merchantId, purchases) => returningWithin(mongo, merchantId, purchases),
    returningBySource: (merchantId, purchases, shops) =>
      returningBySource(mongo, merchantId, purchases, shops),
    messages: (merchantId, time) => messagesWithin(mongo, merchantId, time),
    invited: (merchantId, asked) => invitedWithin(mongo, merchantId, asked),
    sold: (merchantId, time, storeId) => soldWithin(mongo, merchantId, time, storeId),
  };
}
