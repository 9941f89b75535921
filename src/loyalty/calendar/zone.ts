import { IANAZone } from 'luxon';
import type { Instant, Zone } from '../basis';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A zone name the time zone database does not know. It stops a calculation rather than let it go on with no offset. */
export class UnknownZoneError extends Error {
  readonly code = 'unknown_zone';

  constructor(zone: string) {
    super(
      `O fuso horário "${zone.slice(0, 40)}" não existe na base IANA, e sem ele não há data local. ` +
        'Corrija o fuso do programa ou da loja, por exemplo America/Sao_Paulo.',
    );
    this.name = 'UnknownZoneError';
  }
}

/** True for a name of the IANA database (`America/Sao_Paulo`, `UTC`); fixed offsets such as `-03:00` are not names. */
export function isZone(text: string): boolean {
  // From Node 22 on Intl takes offsets for zones too.
  return /^[A-Za-z]/.test(text) && IANAZone.isValidZone(text);
}

/** Zones that were looked up: asking whether a name is one costs seven times as much as asking for its offset. */
const known = new Map<Zone, IANAZone>();

function knownZone(name: Zone): IANAZone {
  const found = known.get(name);
  if (found) return found;
  // An offset that an earlier version took on Node 22 goes on being counted with.
  if (!IANAZone.isValidZone(name)) throw new UnknownZoneError(name);
  const zone = IANAZone.create(name);
  known.set(name, zone);
  return zone;
}

/**
 * Offsets that hold for a whole UTC day, by zone and day: asking the time zone database costs more than all other
 * arithmetic of a sale. A day that begins and ends with different offsets is not kept.
 */
const wholeDays = new Map<Zone, Map<number, number>>();
/** Some forty years for each zone; beyond that the memory is begun anew. */
const KEPT_DAYS = 15_000;

/** Milliseconds the local clock of `zone` is ahead of UTC at `at`. @throws UnknownZoneError */
function offsetAt(at: Instant, zone: Zone): number {
  const day = Math.floor(at / DAY);
  const days = wholeDays.get(zone);
  return days?.get(day) ?? lookUp(at, day, zone);
}

function lookUp(at: Instant, day: number, zone: Zone): number {
  const database = knownZone(zone);
  const first = database.offset(day * DAY);
  if (first !== database.offset((day + 1) * DAY)) return database.offset(at) * MINUTE;
  const days = wholeDays.get(zone) ?? new Map<number, number>();
  if (days.size === 0 || days.size >= KEPT_DAYS) wholeDays.set(zone, new Map([[day, first * MINUTE]]));
  else days.set(day, first * MINUTE);
  return first * MINUTE;
}

/** What the wall clock of `zone` shows at `at`, as if it were UTC milliseconds. @throws UnknownZoneError */
export function wallClock(at: Instant, zone: Zone): number {
  return at + offsetAt(at, zone);
}

/** The offsets before and after the only clock change that can lie near `wall`. They are equal when there is none. */
function offsetsAround(wall: number, zone: Zone): [before: number, after: number] {
  return [offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone)];
}

/**
 * The earliest instant at which the wall clock shows exactly `wall`; null when a change of the clock skips it. Offsets
 * come from luxon, the choice between two does not: where midnight happens twice (Havana, Gaza), luxon's start of the
 * day is the one or the other, depending on the instant it is asked from.
 */
function earliestShowing(wall: number, zone: Zone): Instant | null {
  const [before, after] = offsetsAround(wall, zone);
  const candidates = [wall - Math.max(before, after), wall - Math.min(before, after)];
  return candidates.find((at) => wallClock(at, zone) === wall) ?? null;
}

/**
 * The first instant at which the wall clock shows `wall` or later: where the clock jumps over `wall`, the
 * instant of the jump (R6). @throws UnknownZoneError
 */
export function firstInstantAt(wall: number, zone: Zone): Instant {
  const showing = earliestShowing(wall, zone);
  if (showing !== null) return showing;
  const [before, after] = offsetsAround(wall, zone);
  let early = wall - after;
  let late = wall - before;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (wallClock(middle, zone) >= wall) late = middle;
    else early = middle;
  }
  return late;
}

/**
 * The instant a person means by the wall clock time `wall`: the earlier of two, and where the clock jumps over
 * it, the time moved on by the jump (02:30 becomes 03:30), as RFC 5545 and Temporal resolve it.
 * @throws UnknownZoneError
 */
export function instantMeant(wall: number, zone: Zone): Instant {
  return earliestShowing(wall, zone) ?? wall - offsetsAround(wall, zone)[0];
}
