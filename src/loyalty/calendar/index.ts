export { DurationError, isZeroDuration, parseDuration } from './duration';
export type { Duration, DurationFault, DurationInput } from './duration';
export { expiryEnd, followUpAt, holdingEnd, lastUsableDate, reminderAt, usableThrough } from './ends';
export type { ExpiryRule } from './ends';
export { atLocalTime, isoWeekday, localDate, localMonth, moveDate, startOfDate } from './local-date';
export { isZone, UnknownZoneError } from './zone';
