export { createApp } from './app';
export { createBlingAccess } from './authorization';
export type { BlingAccess } from './authorization';
export type { AppDeps } from './http/deps';
export { lateStore } from './http/late-store';
export {
  createTemporalGateway,
  EngineBusyError,
  EngineUnavailableError,
  lazyConnection,
  OutcomeUnknownError,
  RefusedByWorkflow,
  RunEndedError,
} from './temporal';
export type { TemporalGateway, VoucherMove } from './temporal';
