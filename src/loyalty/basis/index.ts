export type { Instant, LocalDate, Zone } from './instant';
export { formatBps, formatCents, formatMultiplier, formatPoints, grouped } from './money';
export { AmountTooLargeError, compare, floor, least, minus, plus, rational, times } from './rational';
export type { Rational } from './rational';
export { isRefusalCode, Refusal } from './refusal';
export type { RefusalCode, RefusalFacts } from './refusal';
export { CHANNELS, goodsCents, hasExchange, mostReturnableCents } from './sale-content';
export type { Channel, SaleContent, SaleItem } from './sale-content';
