export { createTemporalGateway } from './client-gateway';
export { lazyConnection } from './connection';
export {
  EngineBusyError,
  EngineUnavailableError,
  OutcomeUnknownError,
  RefusedByWorkflow,
  RunEndedError,
} from './errors';
export type { TemporalGateway, VoucherMove } from './gateway';
