import { goodsCents } from '../../basis';
import type { Instant, LocalDate, Zone } from '../../basis';
import { isoWeekday, localDate, moveDate, parseDuration, startOfDate } from '../../calendar';
import type { RuleExplanation } from '../../earning';
import type { SaleRecord } from '../../entitlement';
import type { Program, Rule } from '../../program';
import { foreseeSale } from './foresee-sale';

/** What one rule by itself makes of a purchase that is as it wants purchases to be. */
export interface RuleExample {
  soldOn: LocalDate;
  totalCents: number;
  reason: RuleExplanation;
}

/**
 * Works a rule out on a purchase of so much that has the channel, store, day, products and buyer the rule asks for: only an amount
 * that is too small or too large keeps it from applying. Caps per month and budgets are unused, and other rules do not count.
 * @param now the purchase is of now, or of the nearest day on which the rule holds
 */
export function exampleOfRule(program: Program, rule: Rule, totalCents: number, now: Instant): RuleExample {
  const { timezone: zone } = program;
  const alone: Program = { ...program, earning: { ...program.earning, rules: [rule] } };
  const sale = wantedSale(rule, totalCents, zone, now);
  const { firstPurchase = false, segment } = rule.when ?? {};
  const { explanation } = foreseeSale(
    alone,
    sale,
    {
      redemptions: [],
      facts: { firstPurchase, segments: segment === undefined ? [] : [segment] },
      usage: { month: {}, budget: {} },
    },
    now,
  );
  const reason = explanation.find(({ ruleId }) => ruleId === rule.id) ?? explanation[0]!;
  return { soldOn: localDate(sale.soldAt, zone), totalCents, reason };
}

/** Nobody’s purchase: made up to show what a rule does. */
function wantedSale({ when = {} }: Rule, totalCents: number, zone: Zone, now: Instant): SaleRecord {
  const soldAt = wantedInstant(when, zone, now);
  const content = { totalCents, freightCents: 0, otherExpensesCents: 0, discountCents: 0 };
  const sku = when.skus?.[0];
  return {
    ...content,
    channel: when.channels?.[0] ?? 'pos',
    storeId: when.stores?.[0] ?? null,
    soldAt,
    items: sku === undefined ? [] : [{ sku, totalCents: goodsCents(content) }],
    ...{ id: 'example', ids: [], refs: [], usesFoundBy: null, zone },
    ...{ standing: 'completed', customerId: 'example', completedAt: soldAt, claimedAt: null },
    ...{ returnedCents: 0, refundedCents: 0, voided: false, programVersion: null },
    ...{ pinned: null, formerPins: [], evaluated: null },
  };
}

const ONE_DAY = parseDuration('P1D');
const HALF_A_DAY_MS = 12 * 60 * 60_000;

/** Now, or noon of the nearest day of the rule's period and weekdays: the next one, else the last. */
function wantedInstant(
  { from, until, weekdays }: NonNullable<Rule['when']>,
  zone: Zone,
  now: Instant,
): Instant {
  const today = localDate(now, zone);
  const holds = (date: LocalDate): boolean =>
    (from === undefined || date >= from) &&
    (until === undefined || date <= until) &&
    (weekdays?.includes(isoWeekday(noonOf(date, zone), zone)) ?? true);
  if (holds(today)) return now;
  const nearest =
    from !== undefined && today < from ? from : until !== undefined && today > until ? until : today;
  for (const sign of [1, -1] as const)
    for (let date = nearest, days = 0; days < 7; date = moveDate(date, ONE_DAY, sign), days += 1)
      if (holds(date)) return noonOf(date, zone);
  return now;
}

function noonOf(date: LocalDate, zone: Zone): Instant {
  return startOfDate(date, zone) + HALF_A_DAY_MS;
}
