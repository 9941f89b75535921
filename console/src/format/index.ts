export { clockOf, daysWithin, formatLocalDate, formatMonth } from './clock';
export type { Clock } from './clock';
export { formatDocument, formatPhone, shortName } from './document';
export { formatSoldAt } from './sold-at';
export { formatCount, formatMoney, formatPoints, formatRate, readMoney, readPoints } from './money';
