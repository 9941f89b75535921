import type { Instant, LocalDate, Zone } from '../basis';
import { atLocalTime, followUpAt, localDate, moveDate, parseDuration } from '../calendar';
import { balanceOccasion, birthdayOccasion, WELCOME, winBackOccasion } from './occasion';
import type { FollowUpOccasions } from './occasion';

/** What decides what a customer is told next. */
export interface FollowUpFacts {
  occasions: FollowUpOccasions;
  /** Of the program in force: by its days and hours customers are written to. */
  zone: Zone;
  /** Null: not known. */
  birthDate: LocalDate | null;
  /** When the first purchase counted as the customer's; null: there is none, or nobody is written to about it. */
  firstPurchase: Instant | null;
  /** When the customer bought last; null: never. */
  lastPurchase: Instant | null;
  /** Since when there has been something of what the customer can use now; null: there is nothing to use. */
  balanceSince: Instant | null;
  /** Where the customer stands among all for whom the same is due at once, from 0 to below 1. */
  moment: number;
}

/** Something to tell a customer: not before `at`, and not begun any more from `until` on. */
export interface FollowUp {
  occasion: string;
  at: Instant;
  until: Instant;
}

/** What became of an occasion: it was told, or waits to be tried at an instant. */
export type Told = ReadonlyMap<string, 'told' | Instant>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Nobody wants a message at midnight. */
const TIME = '10:00';
/** What is due for everybody at one hour is carried out within so long after it. */
const SPREAD_MS = 2 * HOUR_MS;
/** So late it may still begin: whoever could not look for that long does not write to everybody at once. */
const LATE_MS = 3 * DAY_MS;
/** So late it may still go once it has begun: longer than the caps of messages hold anything. A birthday is over sooner. */
const HELD_MS = 8 * DAY_MS;
/** The oldest anybody is; a year of birth before that is filler. */
const OLDEST = 120;
const ONE_MONTH = { months: 1, days: 0 };

/**
 * What there is to tell a customer from now on, one for each occasion, whatever was told of it before. One that is too late is left out;
 * of several steps of a win-back that were missed only the last is there.
 */
export function followUps(facts: FollowUpFacts, told: Told, now: Instant): FollowUp[] {
  return [
    ...welcome(facts),
    ...balances(facts, now),
    ...winBack(facts, now),
    ...birthdays(facts, now),
  ].filter(
    ({ occasion, at, until }) => now < (typeof told.get(occasion) === 'number' ? until : at + LATE_MS),
  );
}

/** The next thing to tell a customer, and when: at once where that is past. Null: nothing that can be foreseen. */
export function nextFollowUp(facts: FollowUpFacts, told: Told, now: Instant): FollowUp | null {
  const [next = null] = followUps(facts, told, now)
    .filter(({ occasion }) => told.get(occasion) !== 'told')
    .map((one) => {
      const again = told.get(one.occasion);
      return typeof again === 'number' ? { ...one, at: Math.max(one.at, again) } : one;
    })
    .toSorted((a, b) => a.at - b.at || (a.occasion < b.occasion ? -1 : 1));
  return next;
}

function welcome({ occasions, zone, firstPurchase, moment }: FollowUpFacts): FollowUp[] {
  if (!occasions.welcome || firstPurchase === null) return [];
  return [after(WELCOME, firstPurchase, occasions.welcome.after, zone, moment)];
}

/** On a day of this month or the next; where that day has come, only of a balance that was there by then. */
function balances({ occasions, zone, balanceSince, moment }: FollowUpFacts, now: Instant): FollowUp[] {
  if (!occasions.balance) return [];
  const day = String(occasions.balance.day).padStart(2, '0');
  const first = `${localDate(now, zone).slice(0, 'YYYY-MM'.length)}-${day}`;
  return [moveDate(first, ONE_MONTH, -1), first, moveDate(first, ONE_MONTH)]
    .map((date) => {
      const due = atLocalTime(date, TIME, zone);
      return { due, ...held(balanceOccasion(date.slice(0, 'YYYY-MM'.length)), due, moment) };
    })
    .filter(({ due, at }) => at > now || (balanceSince !== null && balanceSince <= due))
    .map(({ occasion, at, until }) => ({ occasion, at, until }));
}

function winBack({ occasions, zone, lastPurchase, moment }: FollowUpFacts, now: Instant): FollowUp[] {
  if (!occasions.winBack || lastPurchase === null) return [];
  const steps = occasions.winBack.after
    .map((step) => after(winBackOccasion(step, lastPurchase), lastPurchase, step, zone, moment))
    .toSorted((a, b) => a.at - b.at);
  const missed = steps.filter(({ at }) => at <= now);
  return [...missed.slice(-1), ...steps.filter(({ at }) => at > now)];
}

/** Of last year, whose last days may be still being told, this year, and the next. */
function birthdays({ occasions, zone, birthDate, moment }: FollowUpFacts, now: Instant): FollowUp[] {
  if (!occasions.birthday || birthDate === null) return [];
  const thisYear = Number(localDate(now, zone).slice(0, 4));
  return [thisYear - 1, thisYear, thisYear + 1].flatMap((year) => {
    const date = birthdayIn(year, birthDate);
    if (date === null) return [];
    const notice = held(birthdayOccasion(String(year)), atLocalTime(date, TIME, zone), moment);
    return [{ ...notice, until: notice.at + LATE_MS }];
  });
}

/** Who was born on 29 February has their day on the 28th of other years. Null: what is written down is no date of birth. */
function birthdayIn(year: number, birthDate: LocalDate): LocalDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(birthDate) || Number.isNaN(Date.parse(birthDate))) return null;
  const age = year - Number(birthDate.slice(0, 4));
  return age < 1 || age > OLDEST ? null : moveDate(birthDate, { months: 12 * age, days: 0 });
}

function after(occasion: string, from: Instant, distance: string, zone: Zone, moment: number): FollowUp {
  const { exact } = parseDuration(distance);
  return held(occasion, followUpAt(from, distance, zone), exact ? 0 : moment);
}

function held(occasion: string, due: Instant, moment: number): FollowUp {
  const at = due + Math.floor(moment * SPREAD_MS);
  return { occasion, at, until: at + HELD_MS };
}
