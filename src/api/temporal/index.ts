export { createTemporalGateway } from '../../runs/runs-on-temporal';
export { lazyConnection } from '../../runs/lazy-connection';
export {
  EngineBusyError,
  EngineUnavailableError,
  OutcomeUnknownError,
  RefusedByWorkflow,
  RunEndedError,
} from '../../runs/errors';
export type { TemporalGateway, VoucherMove } from '../../runs/runs';
