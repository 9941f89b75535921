export { DurationError, isZeroDuration, parseDuration } from './duration';
export type { Duration } from './duration';
export { expiryEnd, followUpAt, holdingEnd, lastUsableDate, reminderAt, usableThrough } from './ends';
export { atLocalTime, isoWeekday, localDate, localMonth, moveDate, startOfDate } from './local-date';
export { firstUsableMoment, lastUsableMoment } from './local-moment';
export type { LocalMoment } from './local-moment';
export { isZone, UnknownZoneError, wallClock } from './zone';
