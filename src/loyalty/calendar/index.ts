export { DurationError, isZeroDuration, parseDuration } from './duration';
export type { Duration } from './duration';
export { expiryEnd, fairEnd, fairEndMoved, followUpAt, holdingEnd } from './ends';
export { lastUsableDate, reminderAt, usableThrough } from './ends';
export { atLocalTime, isoWeekday, localDate, localMonth, moveDate, startOfDate } from './local-date';
export { isZone, UnknownZoneError, wallClock } from './zone';
