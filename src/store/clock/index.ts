export { ClockSkewError, createClock, requireRightClock } from './clock';
export type { Clock } from './clock';
export { reportSkew, resolveSkew } from './skew-alert';
