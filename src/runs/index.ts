export { Crowd } from './crowd';
export {
  EngineBusyError,
  EngineUnavailableError,
  OutcomeUnknownError,
  RefusedByWorkflow,
  RunEndedError,
} from './errors';
export { lazyConnection } from './lazy-connection';
export { ensureLedgerProof } from './ledger-schedule';
export { Queues, WaitedInVainError } from './queues';
export type { TemporalGateway, VoucherMove } from './runs';
export { createTemporalGateway } from './runs-on-temporal';
export { saleInputOf } from './sale-start';
export { announceSale, wakeSale } from './signal-sale';
export { within } from './within';
