export { ALLOWED_SKEW_MS, ClockSkewError, createClock, requireRightClock } from './clock';
export type { Clock, ClockReading } from './clock';
export { reportSkew, resolveSkew } from './skew-alert';
