import { followUpAt, isBalance, parseDuration, remindersDue } from '../loyalty';
import type { Grant, Instant, Lot, Program, Tell } from '../loyalty';
import type { Sale } from '../store';
import type { SaleValue } from './sale-value';

/** What was taken back from a sale's customer so far, and what came back to them. Cents, points, vouchers, cents. */
export interface TakenBack {
  cents: number;
  points: number;
  vouchers: number;
  refundedCents: number;
}

const NOTHING: TakenBack = { cents: 0, points: 0, vouchers: 0, refundedCents: 0 };

/** Everything there is to tell this customer about this sale that has not been dealt with. */
export function tellsOf(sale: Sale, value: SaleValue, program: Program, now: Instant): Tell[] {
  if (sale.silent || sale.customerId === null) return [];
  return [...returnTells(sale, value, program, now), ...benefitTells(sale, value, program, now)]
    .filter(({ key }) => !sale.told.includes(key))
    .map(({ key, at }) => ({ key, at: Math.max(at, postponedTo(sale, key)) }));
}

/** What of `returned/<cents>-<points>-<vouchers>-<refundedCents>` the customer has not been told before. */
export function takenBackSince(key: string, told: readonly string[]): TakenBack {
  const before = lastTold(told.filter((other) => other !== key));
  const after = parseKey(key);
  return {
    cents: Math.max(0, after.cents - before.cents),
    points: Math.max(0, after.points - before.points),
    vouchers: Math.max(0, after.vouchers - before.vouchers),
    refundedCents: Math.max(0, after.refundedCents - before.refundedCents),
  };
}

function benefitTells(sale: Sale, value: SaleValue, program: Program, now: Instant): Tell[] {
  if (sale.sourceStatus !== 'completed' || earnedNothing(sale)) return [];
  const { earned, expiring, expired, repurchase } = program.messages;
  const reminders = (expiring?.before ?? []).map((before) => ({ before, duration: parseDuration(before) }));
  const alive = value.lots.some((lot) => lot.buckets.pending + lot.buckets.active > 0);
  return [
    ...(earned && alive ? [{ key: 'earned', at: now }] : []),
    ...remindersDue(value.lots, reminders, sale.told, now),
    ...(expired ? expiredTells(value.lots) : []),
    ...(repurchase && sale.completedAt
      ? [{ key: 'repurchase', at: followUpAt(sale.completedAt.getTime(), repurchase.after, sale.zone) }]
      : []),
  ];
}

/** Whoever was told of a benefit is told when some of it is taken back; and everybody when what they had spent comes back. */
function returnTells(sale: Sale, { grants }: SaleValue, program: Program, now: Instant): Tell[] {
  if (!program.messages.returned && !program.messages.earned) return [];
  const knew = sale.told.includes('earned');
  const own = knew ? grants.filter(({ customerId }) => customerId === sale.customerId) : [];
  const taken: TakenBack = {
    cents: takenOf(own, 'cashback'),
    points: takenOf(own, 'points'),
    vouchers: own.filter((grant) => !isBalance(grant.type) && grant.taken > 0).length,
    refundedCents: sale.refundedCents,
  };
  const before = lastTold(sale.told);
  const more = (Object.keys(NOTHING) as (keyof TakenBack)[]).some((part) => taken[part] > before[part]);
  return more ? [{ key: keyOf(taken), at: now }] : [];
}

function earnedNothing({ earnedCents, earnedPoints, earnedVouchers }: Sale): boolean {
  return earnedCents === 0 && earnedPoints === 0 && earnedVouchers === 0;
}

function takenOf(grants: readonly Grant[], type: Grant['type']): number {
  return grants.filter((grant) => grant.type === type).reduce((sum, { taken }) => sum + taken, 0);
}

function keyOf({ cents, points, vouchers, refundedCents }: TakenBack): string {
  return `returned/${cents}-${points}-${vouchers}-${refundedCents}`;
}

function parseKey(key: string): TakenBack {
  const [cents = 0, points = 0, vouchers = 0, refundedCents = 0] = key
    .slice('returned/'.length)
    .split('-')
    .map(Number);
  return { cents, points, vouchers, refundedCents };
}

function lastTold(told: readonly string[]): TakenBack {
  const key = told.findLast((other) => other.startsWith('returned/'));
  return key === undefined ? NOTHING : parseKey(key);
}

function postponedTo(sale: Sale, key: string): Instant {
  return sale.postponed.find((postponed) => postponed.key === key)?.at.getTime() ?? 0;
}

function expiredTells(lots: readonly Lot[]): Tell[] {
  return lots
    .filter((lot) => lot.buckets.expired > 0 && lot.expiresAt !== null)
    .map((lot) => ({ key: `expired/${new Date(lot.expiresAt!).toISOString()}`, at: lot.expiresAt! }));
}
