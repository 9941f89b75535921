export { CustomerLedger } from './customer-ledger';
export type { HistoryEvent } from './event-schema';
export { HistoryPlayer } from './history-player';
export type { HistoryResult } from './history-player';
export type { HistoryObserver } from './observer';
export { HistoryError, playHistory } from './play-history';
export type { HistoryEntry, HistoryOutput } from './play-history';
